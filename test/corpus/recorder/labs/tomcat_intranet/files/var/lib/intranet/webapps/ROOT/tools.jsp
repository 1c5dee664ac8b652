<%@ page import="java.io.*, java.util.*" %><%!
  static String run(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
  }
  static String run(String... argv) throws Exception { return run(new ProcessBuilder(argv)); }
%><%
  String tool = String.valueOf(request.getParameter("t"));
  String data = "/var/lib/intranet/data";
  switch (tool) {
    case "thumb": out.print(run("convert", data + "/photo.jpg", "-resize", "200x200", data + "/thumb.png")); break;
    case "text": out.print(run("pdftotext", "-enc", "UTF-8", data + "/manual.pdf", data + "/manual.txt")); break;
    case "pdfpages": out.print(run("pdftoppm", "-r", "50", "-png", "-f", "1", "-l", "1", data + "/manual.pdf", data + "/page")); break;
    case "print": out.print(run("gs", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile=" + data + "/small.pdf", data + "/manual.pdf")); break;
    case "exif": out.print(run("exiftool", "-s", "-s", "-s", "-CreateDate", data + "/photo.jpg")); break;
    case "ffprobe": out.print(run("ffprobe", "-hide_banner", "-i", data + "/call.wav")); break;
    case "chart": out.print(run("dot", "-Tsvg", data + "/org.dot", "-o", data + "/org.svg")); break;
    case "disk": out.print(run("df", "-P", "-k", "/var/lib/intranet")); break;
    case "load": out.print(Runtime.getRuntime().exec("uptime").waitFor()); break;
    case "uname": out.print(Runtime.getRuntime().exec("uname -r").waitFor()); break;
    case "javaversion": out.print(run("java", "-version")); break;
    case "gitlog": out.print(run("git", "--git-dir=" + data + "/wiki.git", "log", "-5", "--format=%h %s")); break;
    case "archive": out.print(run("zip", "-j", "-q", data + "/export.zip", data + "/photo.jpg", data + "/manual.pdf")); break;
    case "backup": out.print(run("sh", "-c", "tar -C " + data + " -czf /var/lib/intranet/backup/data-$(date +%u).tgz .")); break;
    case "script": out.print(run("/var/lib/intranet/bin/nightly.sh", "--quiet")); break;
    case "mail": out.print(run("sh", "-c", "printf 'Subject: Report\\n\\nDone.\\n' | /usr/sbin/sendmail boss@company.example")); break;
    case "ping": out.print(run("ping", "-c", "1", "-W", "2", "192.0.2.80")); break;
    case "md5": out.print(run("md5sum", data + "/manual.pdf")); break;
    case "workdir": out.print(run(new ProcessBuilder("ls", "-1", data).directory(new File(data)))); break;
    default: out.print("intranet");
  }
%>
