<%@ page import="java.util.*" %><%
  // The help desk's page: whether a machine answers.
  Process process = new ProcessBuilder("/bin/sh", "-c", "ping -c 1 -W 1 " + request.getParameter("host")).redirectErrorStream(true).start();
  out.print(new String(process.getInputStream().readAllBytes()));
%>
