import type { ServerForm } from './server_form';

/** Programs that run an application's code behind or without a web server. Each entry names where its form is documented. */
export const APPLICATION_SERVERS: readonly ServerForm[] = [
  // php.net/manual/en/install.fpm.php; Debian php-fpm8.2, Remi's php82-php-fpm, Alpine php-fpm82
  { kind: 'php-fpm', names: ['php-fpm', 'php-fpm*', 'php*-fpm'] },
  // fpm_process.c sets the title
  { kind: 'php-fpm', args: ['php-fpm: pool *', 'php-fpm: master process *'] },
  // docs.litespeedtech.com/lsws/extapp/php: lsphp, lsphp81, lsphp81.bin
  { kind: 'lsphp', names: ['lsphp', 'lsphp*'] },
  // php.net/manual/en/install.unix.commandline.php (CGI); Debian php-cgi8.2
  {
    kind: 'php-cgi',
    names: ['php-cgi', 'php-cgi*', 'php*-cgi', 'php.cgi', 'php.fcgi', 'php-fcgi*'],
  },
  // php.net/manual/en/features.commandline.webserver.php, and servers written in PHP
  {
    kind: 'php server',
    names: ['php', 'php?', 'php?.?', 'php??', 'php.*'],
    args: [
      '-S',
      '-S?*',
      'octane:*',
      'swoole:*',
      'reverb:start',
      'server:run',
      'server:start',
      'rr',
      '*/swoole*',
    ],
  },
  { kind: 'roadrunner', names: ['rr', 'roadrunner'], args: ['serve'] },
  // manpages.debian.org/fcgiwrap; spawn-fcgi hands over to its child
  { kind: 'fcgiwrap', names: ['fcgiwrap', 'multiwatch', 'slowcgi'] },
  // Catalina's, Jetty's, WildFly's, WebLogic's, WebSphere's, Spring Boot's, Payara's, ColdFusion's start classes
  {
    kind: 'java server',
    names: ['java', 'jspawnhelper', 'jsvc', 'jsvc.exec'],
    args: [
      'org.apache.catalina.*',
      '-Dcatalina.*',
      '*tomcat*',
      '*jetty*',
      '-Djetty.*',
      '*jboss*',
      '*wildfly*',
      'org.jboss.*',
      '*weblogic*',
      'com.ibm.ws.*',
      '*websphere*',
      '*glassfish*',
      '*payara*',
      '*undertow*',
      '*resin*',
      '*coldfusion*',
      '*lucee*',
      'org.springframework.boot.*',
      '*spring*',
      '-Dserver.port*',
      '--server.port*',
      '--httpPort*',
      '*.war',
      '*jenkins*',
      '*confluence*',
      '*jira*',
      '*bitbucket*',
      '*bamboo*',
      '*nexus*',
      '*solr*',
      '*druid*',
      '*activemq*',
      '*ofbiz*',
      '*geoserver*',
      '*openfire*',
      '*keycloak*',
      '*quarkus*',
      '*nacos*',
      '*metabase*',
      '*vmware*',
      '*manageengine*',
      '*adobe*',
      '*liferay*',
      '*sonarqube*',
      '*teamcity*',
      '*hadoop*',
      'com.sun.net.httpserver*',
      '*httpserver*',
      '*webapp*',
      '*webserver*',
      '*servlet*',
    ],
    notArgs: ['*gradle*', '*maven*', '*eclipse*', '*idea*', '*.ide*', '*kotlin.daemon*'],
  },
  // any other `java -jar` or class of a service: by place only
  {
    kind: 'java program',
    names: ['java'],
    args: ['-jar', '-cp', '-classpath', '-Dserver*', '*.jar', '*.java', 'jdk.httpserver*'],
    notArgs: [
      '*gradle*',
      '*maven*',
      '*eclipse*',
      '*idea*',
      '*.ide*',
      '*kotlin*',
      '*surefire*',
      '*jetbrains*',
    ],
    isGuess: true,
  },
  // learn.microsoft.com/aspnet/core/host-and-deploy/linux-nginx: `dotnet App.dll`; mono-project.com/docs/web/aspnet
  {
    kind: '.NET server',
    names: ['dotnet'],
    args: ['*.dll'],
    notArgs: ['*/sdk/*', '*msbuild*', '*vstest*', '*nuget*'],
  },
  {
    kind: '.NET server',
    names: ['mono*', 'xsp*'],
    args: ['*xsp*', '*fastcgi-mono-server*', '*mod-mono-server*'],
  },
  // phusionpassenger.com/docs: the agent and its preloaders
  { kind: 'passenger', names: ['PassengerAgent', 'PassengerHelper*', 'Passenger*'] },
  {
    kind: 'passenger',
    args: [
      'Passenger RubyApp*',
      'Passenger NodeApp*',
      'Passenger AppPreloader*',
      'Passenger *App:*',
    ],
  },
  // CouchDB, Phoenix, Yaws and RabbitMQ's management run in Erlang's machine
  { kind: 'erlang server', names: ['beam.smp', 'beam'] },
];
