//! No secret that anyone sent is ever written down: not in the database, the journal, the log or the metrics.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{
    fs,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
};

use testkit::{Launch, Server, command};

#[test]
fn secrets_are_written_nowhere() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap().flag("--log-level").flag("trace");
    launch.open_account("KEEPER", "Wq7-account-pw", "100.00").unwrap();
    let login = ["account", "passwd", "KEEPER", "--realm", "enom", "--login", "keeper", "--password-stdin"];
    assert!(launch.run(&login, "Wq7-account-pw\n").unwrap().status.success());
    let server = launch.start().unwrap();
    say_every_secret(&server);
    let metrics = server.metrics().unwrap();
    let stopped = server.terminate().unwrap();
    assert!(stopped.status.success());

    assert!(metrics.contains("epp"), "no metrics: {metrics}");
    let mut files = Vec::new();
    read_below(launch.home(), &mut files);
    files.push(("metrics".to_owned(), metrics.into_bytes()));
    assert!(
        files.iter().any(|(name, bytes)| name.contains("journal") && holds(bytes, "secretive.test")),
        "no journal"
    );
    for secret in SECRETS {
        for (name, bytes) in &files {
            assert!(!holds(bytes, secret), "{secret} stands in {name}");
        }
    }
}

/// Logins right and wrong, objects with authInfo, presented authInfo right and wrong, in documents sound and broken.
fn say_every_secret(server: &Server) {
    let mut client = server.connect().unwrap();
    client.login("KEEPER", "Wq7-wrong-pw").unwrap();
    client.login("KEEPER", "Wq7-account-pw").unwrap();
    for body in [
        "<create><domain:create><domain:name>secretive.test</domain:name><domain:authInfo><domain:pw>Wq7-domain-auth</domain:pw></domain:authInfo></domain:create></create>",
        "<info><domain:info><domain:name>secretive.test</domain:name><domain:authInfo><domain:pw roid=\"D1-X\">Wq7-wrong-auth</domain:pw></domain:authInfo></domain:info></info>",
        "<update><domain:update><domain:name>secretive.test</domain:name><domain:chg><domain:authInfo><domain:pw><![CDATA[Wq7-cdata-auth]]></domain:pw></domain:authInfo></domain:chg></domain:update></update>",
        "<update><domain:update><domain:name>secretive.test</domain:name><domain:chg><domain:authInfo><domain:pw>Wq7</domain:pw></domain:authInfo></domain:chg></domain:update></update>",
        "<transfer op=\"request\"><domain:transfer><domain:name>secretive.test</domain:name><domain:authInfo><domain:pw>Wq7-transfer-auth</domain:pw></domain:authInfo></domain:transfer></transfer>",
        "<info><contact:info><contact:id>NOBODY</contact:id><contact:authInfo><contact:pw>Wq7-contact-auth</contact:pw></contact:authInfo></contact:info></info>",
    ] {
        client.command(body).unwrap();
    }
    // Another prefix, another encoding of the same, a document that breaks off.
    client.ask(&command("<login><clID>KEEPER</clID><pw>Wq7-second-login</pw></login>", None)).unwrap();
    client.ask("<x:epp xmlns:x=\"urn:ietf:params:xml:ns:epp-1.0\"><x:command><x:login><x:clID>A</x:clID><x:pw>Wq7-prefixed-pw</x:pw></x:login></x:command></x:epp>").unwrap();
    client.ask("<epp><command><login><clID>KEEPER</clID><pw>Wq7-broken-off").unwrap();

    // In the address of a request, where proxies would log it.
    for query in [
        "command=GetBalance&uid=KEEPER&pw=Wq7-enom-pw",
        "Command=CreateSubAccount&UID=KEEPER&PW=Wq7-account-pw&NewUID=x&NewPW=Wq7-enom-new&ConfirmPW=Wq7-enom-new",
        "command=SetDNSHost&Zone=secretive.test&HostName=a&DomainPassword=Wq7-enom-domain&responsetype=xml",
        "command=TP_CreateOrder&uid=KEEPER&pw=Wq7-account-pw&DomainCount=1&SLD1=secretive&TLD1=test&AuthInfo1=Wq7-enom-auth",
        // What is kept to be carried out later.
        "command=TP_CreateOrder&uid=KEEPER&pw=Wq7-account-pw&OrderType=Autoverification&PreConfig=1&DomainCount=1&SLD1=kept&TLD1=test&AuthInfo1=Wq7-enom-kept&CreditCardNumber=Wq7-enom-card",
        "command=AddToCart&uid=KEEPER&pw=Wq7-account-pw&ProductType=Register&SLD=carted&TLD=test",
        "command=Preconfigure&uid=KEEPER&pw=Wq7-account-pw&SLD=carted&TLD=test&AccessPassword1=Wq7-enom-access&AccessPassword2=Wq7-enom-access",
        // Names as a server reads them, a secret that comes twice, and requests that cannot be read.
        "command=CheckLogin&uid=KEEPER&%50%57+=Wq7-escaped&pw=Wq7-again&;pw=Wq7-behind",
        "command=CheckLogin&uid=KEEPER&sld=%FF&pw=Wq7-unreadable",
        "command=Purchase&uid=KEEPER&pw=Wq7-account-pw&SLD=secretive&TLD=test&DomainPassword=Wq7",
        "command=ValidatePassword&uid=KEEPER&pw=Wq7-account-pw&SLD=secretive&TLD=test&DomainPassword=Wq7-enom-guess",
    ] {
        let mut stream = TcpStream::connect(server.listener("http").unwrap()).unwrap();
        write!(stream, "GET /interface.asp?{query} HTTP/1.0\r\nHost: x\r\n\r\n").unwrap();
        stream.read_to_end(&mut Vec::new()).unwrap();
    }
    // In bodies that are no forms.
    for body in [
        "--x\r\nContent-Disposition: form-data; name=\"uid\"\r\n\r\nKEEPER\r\n--x\r\n\
         Content-Disposition: form-data; name=\"pw\"\r\n\r\nWq7-in&Wq7-parts=1\r\n--x--\r\n",
        "{\"command\": \"CheckLogin\", \"pw\": \"Wq7-json\"}",
        "<request><pw>Wq7-xml</pw></request>",
        "command: CheckLogin\npw: Wq7-headers",
    ] {
        let mut stream = TcpStream::connect(server.listener("http").unwrap()).unwrap();
        let length = body.len();
        write!(stream, "POST /interface.asp HTTP/1.0\r\nContent-Length: {length}\r\n\r\n{body}").unwrap();
        stream.read_to_end(&mut Vec::new()).unwrap();
    }
    let mut changer = server.connect().unwrap();
    let login = command(
        "<login><clID>KEEPER</clID><pw>[LOGIN-SECURITY]</pw><newPW>[LOGIN-SECURITY]</newPW><options><version>1.0</version>\
         <lang>en</lang></options><svcs><objURI>urn:ietf:params:xml:ns:domain-1.0</objURI><svcExtension>\
         <extURI>urn:ietf:params:xml:ns:epp:loginSec-1.0</extURI></svcExtension></svcs></login><extension><loginSec:loginSec>\
         <loginSec:pw>Wq7-account-pw</loginSec:pw><loginSec:newPW>Wq7-a-much-longer-new-password</loginSec:newPW>\
         </loginSec:loginSec></extension>",
        None,
    );
    let answer = changer.ask(&login).unwrap();
    assert_eq!(answer.code(), Some(1000), "{answer}");
    // Whether a password this long is heard outside of the extension is not the question here.
    drop(server.login_with("KEEPER", "Wq7-a-much-longer-new-password"));
}

fn read_below(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_below(&path, files);
        } else if let Ok(bytes) = fs::read(&path) {
            files.push((path.display().to_string(), bytes));
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

const SECRETS: [&str; 12] = [
    "Wq7-wrong-pw",
    "Wq7-account-pw",
    "Wq7-domain-auth",
    "Wq7-wrong-auth",
    "Wq7-cdata-auth",
    "Wq7-transfer-auth",
    "Wq7-contact-auth",
    "Wq7-second-login",
    "Wq7-prefixed-pw",
    "Wq7-broken-off",
    "Wq7-a-much-longer-new-password",
    "Wq7-",
];
