#!/usr/bin/perl
# A domain's life with Net::EPP::Simple: HOST PORT CA-FILE ACCOUNT SECRET ACCOUNT SECRET.
use strict;
use warnings;
no warnings 'uninitialized';    # the library compares options that are not given
use Net::EPP::Simple;

my ($host, $port, $ca_file, @accounts) = @ARGV;

sub done {
    my ($what, $result) = @_;
    die sprintf("%s: %s %s\n", $what, Net::EPP::Simple::code(), Net::EPP::Simple::error()) unless $result;
    print "$what: ", Net::EPP::Simple::code(), "\n";
    return $result;
}

sub log_in {
    my ($user, $pass) = @_;
    my $epp = Net::EPP::Simple->new(
        host => $host, port => $port, user => $user, pass => $pass, verify => 1, ca_file => $ca_file, timeout => 10,
        load_config => 0,
    );
    return done("login $user", $epp);
}

# What the library has no method for goes as a frame of its own making.
sub raw {
    my ($epp, $what, $body, @expected) = @_;
    my $answer = $epp->request('<?xml version="1.0" encoding="UTF-8"?><epp xmlns="urn:ietf:params:xml:ns:epp-1.0">'
        . "<command>$body</command></epp>");
    die "$what: no answer\n" unless $answer;
    my $code = $answer->code;
    die "$what: $code instead of @expected\n" . $answer->toString(1) unless grep { $_ == $code } @expected;
    print "$what: $code\n";
    return $answer;
}

my $alpha = log_in(@accounts[0, 1]);
my $bravo = log_in(@accounts[2, 3]);
my ($name, $pw) = ('perl-life.test', 'Perl-Go-7');

die "free names are not free\n" unless $alpha->check_domain($name) == 1;

done('contact create', $alpha->create_contact({
    id => 'PERL-1',
    postalInfo => { int => { name => 'Larry', org => 'Camels', addr => {
        street => ['Dune 1', 'Tent 2'], city => 'Praha', sp => 'Praha', pc => '11000', cc => 'CZ' } } },
    voice => '+420.200000000', fax => '', email => 'larry@example.test', authInfo => 'Perl-Contact-7',
}));
my $contact = done('contact info', $alpha->contact_info('PERL-1'));
die "contact info\n" unless $contact->{postalInfo}->{int}->{name} eq 'Larry' && $contact->{email} eq 'larry@example.test';

done("host create $_", $alpha->create_host({ name => $_, addrs => [] })) for ('ns1.perl.example', 'ns2.perl.example');

raw($alpha, 'domain create with DS data', <<XML, 1000);
<create><domain:create xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>$name</domain:name>
<domain:period unit="y">1</domain:period><domain:ns><domain:hostObj>ns1.perl.example</domain:hostObj>
<domain:hostObj>ns2.perl.example</domain:hostObj></domain:ns><domain:registrant>PERL-1</domain:registrant>
<domain:contact type="admin">PERL-1</domain:contact><domain:authInfo><domain:pw>$pw</domain:pw></domain:authInfo>
</domain:create></create><extension><secDNS:create xmlns:secDNS="urn:ietf:params:xml:ns:secDNS-1.1"><secDNS:dsData>
<secDNS:keyTag>12345</secDNS:keyTag><secDNS:alg>13</secDNS:alg><secDNS:digestType>2</secDNS:digestType>
<secDNS:digest>@{['A7' x 32]}</secDNS:digest></secDNS:dsData></secDNS:create></extension>
XML
die "taken names are not taken\n" unless $alpha->check_domain($name) == 0;

# The library's own create, without DS data.
done('domain create', $alpha->create_domain({
    name => 'perl-second.test', period => 2, registrant => 'PERL-1', contacts => { tech => 'PERL-1' },
    ns => ['ns1.perl.example'], authInfo => $pw,
}));

my $info = done('domain info', $alpha->domain_info($name));
die "domain info\n" unless $info->{clID} eq $accounts[0] && $info->{registrant} eq 'PERL-1' && @{ $info->{ns} } == 2;

done('domain update', $alpha->update_domain({
    name => $name,
    add => { status => { clientHold => 'for a while' } },
    rem => { ns => ['ns2.perl.example'] },
    chg => { authInfo => $pw },
}));
$info = done('domain info', $alpha->domain_info($name));
die "the update is not seen\n" unless @{ $info->{ns} } == 1 && grep { $_ eq 'clientHold' } @{ $info->{status} };

done('domain renew', $alpha->renew_domain({ name => $name, cur_exp_date => substr($info->{exDate}, 0, 10), period => 2 }));

my $transfer = done('transfer request', $bravo->domain_transfer_request($name, $pw, 1));
die "transfer request\n" unless $transfer->{trStatus} eq 'pending' && $transfer->{reID} eq $accounts[2];
sub poll {
    my ($epp, $who, $status) = @_;
    my $message = raw($epp, "poll $who", '<poll op="req"/>', 1301);
    my $seen = $message->getElementsByLocalName('trStatus')->shift->textContent;
    die "$who heard of $seen, not of $status\n" unless $seen eq $status;
    my $id = $message->getElementsByLocalName('msgQ')->shift->getAttribute('id');
    raw($epp, "poll ack $who", qq{<poll op="ack" msgID="$id"/>}, 1000);
    raw($epp, "poll $who", '<poll op="req"/>', 1300);
}
poll($alpha, 'ALPHA', 'pending');
done('transfer approve', $alpha->domain_transfer_approve($name));
poll($bravo, 'BRAVO', 'clientApproved');
$info = done('domain info', $bravo->domain_info($name));
die "the domain did not change hands\n" unless $info->{clID} eq $accounts[2];

done('domain delete', $bravo->delete_domain($name));
die "a deleted domain with redemption is pending\n" unless Net::EPP::Simple::code() == 1001;
raw($bravo, 'restore request', <<XML, 1000);
<update><domain:update xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>$name</domain:name><domain:chg/>
</domain:update></update><extension><rgp:update xmlns:rgp="urn:ietf:params:xml:ns:rgp-1.0"><rgp:restore op="request"/>
</rgp:update></extension>
XML
raw($bravo, 'restore report', <<XML, 1000);
<update><domain:update xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>$name</domain:name><domain:chg/>
</domain:update></update><extension><rgp:update xmlns:rgp="urn:ietf:params:xml:ns:rgp-1.0"><rgp:restore op="report">
<rgp:report><rgp:preData>before</rgp:preData><rgp:postData>after</rgp:postData>
<rgp:delTime>2026-01-01T00:00:00.0Z</rgp:delTime><rgp:resTime>2026-01-01T00:00:00.0Z</rgp:resTime>
<rgp:resReason>a slip</rgp:resReason><rgp:statement>not for another</rgp:statement><rgp:statement>true</rgp:statement>
</rgp:report></rgp:restore></rgp:update></extension>
XML
$info = done('domain info', $bravo->domain_info($name));
die "the domain is not back\n" if grep { $_ eq 'pendingDelete' } @{ $info->{status} };

done('logout', $_->logout) for ($alpha, $bravo);
print "a whole life\n";
