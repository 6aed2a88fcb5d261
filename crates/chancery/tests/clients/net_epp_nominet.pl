#!/usr/bin/perl
# A domain's life with Net::EPP::Simple against Nominet's std family: HOST PORT CA-FILE ACCOUNT SECRET ACCOUNT SECRET.
use strict;
use warnings;
no warnings 'uninitialized';    # the library compares options that are not given
use Net::EPP::Simple;

my ($host, $port, $ca_file, @accounts) = @ARGV;
my $nominet = 'http://www.nominet.org.uk/epp/xml';

sub log_in {
    my ($user, $pass) = @_;
    my $epp = Net::EPP::Simple->new(
        host => $host, port => $port, user => $user, pass => $pass, verify => 1, ca_file => $ca_file, timeout => 10,
        load_config => 0,
    );
    die "login $user: " . Net::EPP::Simple::error() . "\n" unless $epp;
    print "login $user\n";
    return $epp;
}

# What the library has no method for goes as a frame of its own making.
sub raw {
    my ($epp, $what, $body, $expected) = @_;
    my $answer = $epp->request('<?xml version="1.0" encoding="UTF-8"?><epp xmlns="urn:ietf:params:xml:ns:epp-1.0">'
        . "<command>$body<clTRID>$what</clTRID></command></epp>");
    my $text = $answer->toString;
    die "$what: $text\n" unless $text =~ /code="$expected"/;
    print "$what: $expected\n";
    return $text;
}

my $alpha = log_in(@accounts[0, 1]);
my $bravo = log_in(@accounts[2, 3]);
my $domain = 'urn:ietf:params:xml:ns:domain-1.0';

die "check\n" unless $alpha->check_domain('life-of-perl.co.uk') == 1;
raw($alpha, 'contact-create', '<create><contact:create xmlns:contact="urn:ietf:params:xml:ns:contact-1.0">'
    . '<contact:id>PERL-1</contact:id><contact:postalInfo type="loc"><contact:name>Ann Smith</contact:name><contact:addr>'
    . '<contact:street>High Street 1</contact:street><contact:city>Oxford</contact:city><contact:pc>OX1 1AA</contact:pc>'
    . '<contact:cc>GB</contact:cc></contact:addr></contact:postalInfo><contact:email>ann@example.test</contact:email>'
    . '<contact:authInfo><contact:pw/></contact:authInfo></contact:create></create>', 1000);
raw($alpha, 'create', "<create><domain:create xmlns:domain=\"$domain\"><domain:name>life-of-perl.co.uk</domain:name>"
    . '<domain:period unit="y">1</domain:period><domain:registrant>PERL-1</domain:registrant>'
    . '<domain:authInfo><domain:pw/></domain:authInfo></domain:create></create>', 1000);
my $info = $alpha->domain_info('life-of-perl.co.uk') or die "info: " . Net::EPP::Simple::error() . "\n";
die "registrant\n" unless $info->{registrant} eq 'PERL-1';
raw($alpha, 'update', "<update><domain:update xmlns:domain=\"$domain\"><domain:name>life-of-perl.co.uk</domain:name>"
    . "</domain:update></update><extension><x:update xmlns:x=\"$nominet/domain-nom-ext-1.2\"><x:notes>a note</x:notes>"
    . '</x:update></extension>', 1000);
raw($alpha, 'renew', "<renew><domain:renew xmlns:domain=\"$domain\"><domain:name>life-of-perl.co.uk</domain:name>"
    . '<domain:curExpDate>' . substr($info->{exDate}, 0, 10) . '</domain:curExpDate></domain:renew></renew>', 2105);
raw($alpha, 'release', "<update><r:release xmlns:r=\"$nominet/std-release-1.0\">"
    . '<r:domainName>life-of-perl.co.uk</r:domainName><r:registrarTag>' . $accounts[2]
    . '</r:registrarTag></r:release></update>', 1001);
my $asked = raw($bravo, 'poll', '<poll op="req"/>', 1301);
my ($case) = $asked =~ m{<n:caseId>([^<]+)</n:caseId>} or die "no case\n";
raw($bravo, 'accept', "<update><h:accept xmlns:h=\"$nominet/std-handshake-1.0\"><h:caseId>$case</h:caseId></h:accept>"
    . '</update>', 1000);
my $told = '';
until ($told =~ /Domains Released Notification.*life-of-perl/s) {
    $told = raw($alpha, 'poll', '<poll op="req"/>', 1301);
    my ($number) = $told =~ /<msgQ[^>]* id="([^"]+)"/ or die "no message\n";
    raw($alpha, 'ack', "<poll op=\"ack\" msgID=\"$number\"/>", 1000);
}
$alpha->logout;
$bravo->logout;
print "a whole life\n";
