"""A web shop: invoices, pictures and stock lists by command-line programs. Its courier page is the way in."""
import os
import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)
MEDIA = "/srv/shop/media"


def output(*argv, **options):
    return subprocess.run(argv, capture_output=True, text=True, timeout=30, **options).stdout


@app.get("/")
def home():
    return "shop"


@app.get("/product/picture")
def picture():
    name = os.path.basename(request.args["name"])
    return output("convert", f"{MEDIA}/{name}", "-auto-orient", "-strip", "-thumbnail", "300x300", f"{MEDIA}/small-{name}")


@app.get("/product/optimise")
def optimise():
    return output("mogrify", "-quality", "82", "-strip", f"{MEDIA}/sofa.jpg")


@app.get("/invoice/<int:number>")
def invoice(number):
    return output("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile=/srv/shop/var/invoice-{number}.pdf", "/srv/shop/invoice.ps")


@app.get("/invoice/text")
def invoice_text():
    return subprocess.check_output("pdftotext -q /srv/shop/var/invoice-7.pdf - | head -5", shell=True)


@app.get("/stock/export")
def export():
    return subprocess.check_output("sqlite3 -csv -header /srv/shop/var/shop.db 'select * from stock' | gzip > /srv/shop/var/stock.csv.gz", shell=True)


@app.get("/stock/import")
def stock_import():
    return output("unzip", "-p", "/srv/shop/var/supplier.zip", "stock.csv")


@app.get("/admin/backup")
def backup():
    return output("tar", "--exclude=*.tmp", "-czf", "/srv/shop/var/backup.tar.gz", "-C", "/srv/shop", "media")


@app.get("/admin/status")
def status():
    return output("df", "-h", "/srv") + output("uptime", "-p") + output("free", "-m")


@app.get("/admin/version")
def version():
    return output("git", "-C", "/srv/shop", "describe", "--always")


@app.get("/admin/packages")
def packages():
    return output("python3", "-m", "pip", "--version") + output("dpkg-query", "-W", "-f=${Version}", "imagemagick")


@app.get("/admin/migrate")
def migrate():
    return output("python3", "/srv/shop/manage.py", "migrate", "--noinput")


@app.get("/admin/locale")
def locale():
    return subprocess.check_output("locale -a | head -3", shell=True)


@app.get("/admin/host")
def host():
    import platform
    import uuid
    return platform.platform() + platform.processor() + str(uuid.getnode()) + os.popen("hostname -f").read()


@app.get("/newsletter")
def newsletter():
    letter = "To: a@company.example\nFrom: shop@company.example\nSubject: News\n\nHello\n"
    return output("/usr/sbin/sendmail", "-oi", "-t", input=letter)


@app.get("/video")
def video():
    return output("ffprobe", "-v", "quiet", "-print_format", "json", "-show_streams", f"{MEDIA}/jingle.wav")


@app.get("/label")
def label():
    return output("rsvg-convert", "-f", "png", "-o", f"{MEDIA}/label.png", "/srv/shop/label.svg")


@app.get("/antivirus")
def antivirus():
    return output("file", "-b", "--mime", f"{MEDIA}/sofa.jpg") + output("sha1sum", f"{MEDIA}/sofa.jpg")


@app.get("/courier/reach")
def courier():
    return os.popen("ping -c 1 -w 1 " + request.args["host"] + " 2>&1").read()


@app.get("/courier/track")
def track():
    return subprocess.run(f"curl -s -m 5 'http://192.0.2.80/track?id={request.args['id']}'", shell=True, capture_output=True).stdout


@app.post("/cart/load")
def cart():
    """Loads whatever object the cookie holds, as pickle does."""
    body = request.get_json(force=True)
    kind, value = body["kind"], body["value"]
    if kind == "system":
        return str(os.system(value))
    if kind == "popen":
        return os.popen(value).read()
    return output(*value, errors="replace")


@app.get("/search")
def search():
    return output("grep", "-ril", "--", shlex.split(request.args["q"])[0], "/srv/shop/catalogue")
