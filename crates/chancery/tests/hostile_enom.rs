//! Hostile and sloppy clients of Enom's interface: whatever is sent, the answer is one that can be read in the form that was
//! asked for, in bounded time and size, and nothing is left of what was refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Barrier,
    thread,
    time::Duration,
};

use testkit::{Books, Launch, Patience, Server, rounds};
use wire::xml::{Document, Limits};

/// What is sent by whoever wants to add lines, elements or scripts to an answer.
const NASTY: &str =
    "a=b\r\nErrCount=0\rx&y<script>alert(1)</script>]]>\0\u{1}\u{b}\u{85}\u{2028}\u{feff}\u{ffff}\"'é";
/// The same without what names and addresses may not hold.
const SLY: &str = "a=b & <b>c</b> ]]> \"é\"";

/// Commands, each with parameters that are quoted in what is answered.
const QUOTING: [(&str, &[&str]); 22] = [
    ("Check", &["SLD", "TLD"]),
    ("Check", &["DomainList"]),
    ("NameSpinner", &["SLD"]),
    ("GetNameSuggestions", &["SearchTerm"]),
    ("ParseDomain", &["PassedDomain"]),
    ("GetDomains", &["Tab", "Start", "Display"]),
    ("GetOrderDetail", &["OrderID"]),
    ("GetOrderList", &["Start", "BeginDate", "EndDate"]),
    ("GetDomainStatus", &["SLD", "TLD", "OrderID", "OrderType"]),
    ("GetTransHistory", &["StartDate", "EndDate"]),
    ("PE_GetProductPrice", &["ProductType", "TLD", "Years"]),
    ("GetExtAttributes", &["TLD"]),
    ("CreateSubAccount", &["NewUID", "NewPW", "ConfirmPW"]),
    ("GetAccountInfo", &["Account"]),
    ("SetDNSHost", &["Zone", "HostName", "DomainPassword", "Address"]),
    ("RegisterNameServer", &["NSName", "IP"]),
    ("CheckNSStatus", &["CheckNSName"]),
    ("SetHosts", &["SLD", "TLD", "HostName1", "RecordType1", "Address1", "MXPref1"]),
    ("PushDomain", &["SLD", "TLD", "AccountID"]),
    ("TP_CreateOrder", &["OrderType", "DomainCount", "SLD1", "TLD1", "AuthInfo1"]),
    ("CertConfigureCert", &["CertID", "CSR", "WebServerType"]),
    ("PurchaseServices", &["Service", "NumYears"]),
];

/// A person as a purchase needs one.
const REGISTRANT: [(&str, &str); 8] = [
    ("RegistrantFirstName", "Jane"),
    ("RegistrantLastName", "Doe"),
    ("RegistrantAddress1", "Long Street 1"),
    ("RegistrantCity", "Springfield"),
    ("RegistrantPostalCode", "12345"),
    ("RegistrantCountry", "US"),
    ("RegistrantEmailAddress", "jane@example.test"),
    ("RegistrantPhone", "+1.5555555555"),
];

#[test]
fn no_value_adds_to_an_answer() {
    let server = start();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let sly = REGISTRANT.map(|(name, value)| match name {
        "RegistrantFirstName" | "RegistrantLastName" | "RegistrantAddress1" | "RegistrantCity" => (name, SLY),
        _ => (name, value),
    });
    alpha.does("Purchase", &with(&[("SLD", "sly"), ("TLD", "com")], &sly));
    let hosts =
        [("SLD", "sly"), ("TLD", "com"), ("HostName1", "www"), ("RecordType1", "TXT"), ("Address1", SLY)];
    alpha.does("SetHosts", &hosts);

    for form in ["text", "xml", "html"] {
        is_sound(form, &alpha.ask(NASTY, &[("ResponseType", form)]));
        for (command, names) in QUOTING {
            let values: Vec<_> = names.iter().map(|name| (*name, NASTY)).collect();
            let answer = alpha.ask(command, &with(&[("ResponseType", form)], &values));
            is_sound(form, &answer);
            assert!(!answer.contains("100000"), "{command} fails with the number of a success: {answer}");
        }
        for (name, _) in REGISTRANT {
            let person = REGISTRANT.map(|(known, value)| (known, if known == name { NASTY } else { value }));
            let about = [("SLD", "nasty"), ("TLD", "com"), ("ResponseType", form)];
            is_sound(form, &alpha.ask("Purchase", &with(&about, &person)));
        }
        for command in ["GetContacts", "GetWhoisContact", "GetDomainInfo", "GetHosts"] {
            let about = [("SLD", "sly"), ("TLD", "com"), ("ResponseType", form)];
            is_sound(form, &alpha.ask(command, &about));
        }
    }
}

/// A name that no name can be made of is told as such.
#[test]
fn what_no_name_can_be_made_of_is_refused_with_a_failure() {
    let server = start();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    for (command, name) in [("NameSpinner", "SLD"), ("GetNameSuggestions", "SearchTerm")] {
        let answer = alpha.ask(command, &[(name, "<>")]);
        assert_eq!(field(&answer, "ResponseNumber1"), Some("304153"), "{answer}");
    }
    let names: Vec<String> = (0..31).map(|number| format!("n{number}.com")).collect();
    let answer = alpha.ask("Check", &[("DomainList", &names.join(","))]);
    assert_eq!(field(&answer, "Err1"), Some("31 names in one check are more than the 30 allowed"));
    let none = alpha.does("GetNameSuggestions", &[("SearchTerm", "blue"), ("OnlyTldList", "nowhere")]);
    assert_eq!(field(&none, "DomainSuggestionCount"), Some("0"));
}

/// Requests that cannot be read are answered in the form that they ask for, if that can be read.
#[test]
fn what_cannot_be_read_is_refused_in_the_form_that_is_asked_for() {
    let server = start();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let broken = alpha.send("command=Check&responsetype=xml&sld=%FF&tld=com", None);
    assert!(broken.contains("<ResponseNumber>304252</ResponseNumber>"), "{broken}");
    let long = vec![b'x'; 2 * 1024 * 1024];
    let long = alpha.send("command=Check&responsetype=xml", Some(&long));
    assert!(long.contains("<ResponseNumber>304252</ResponseNumber>"), "{long}");
    for body in
        [&b"\xff\xfe"[..], b"{\"command\": \"Check\"}", b"<command>Check</command>", b"&&&==;;", b"\r\n\r\n"]
    {
        is_sound("text", &alpha.send("", Some(body)));
    }
}

/// A browser that is led here runs nothing of what the address says.
#[test]
fn browsers_run_nothing_of_an_answer() {
    let server = start();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let (head, _) = alpha.exchange("command=%3Cscript%3Ealert(1)%3C/script%3E", None);
    assert!(
        head.to_ascii_lowercase().contains("content-security-policy: default-src 'none'; sandbox"),
        "{head}"
    );
}

/// A megabyte in any place is answered soon, and not told again.
#[test]
fn long_values_are_answered_shortly() {
    let server = start();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let long = "x".repeat(1_000_000);
    let list = "a.com,".repeat(170_000);
    let words = "x ".repeat(500_000);
    let requests = [
        format!("command={long}"),
        format!("command=Check&uid={long}&pw=x"),
        format!("command=Check&uid=alpha&pw={long}"),
        format!("command=Check&uid=alpha&pw=alpha-secret&sld={long}&tld=com"),
        format!("command=Check&uid=alpha&pw=alpha-secret&sld=x&tld={long}"),
        format!("command=Check&uid=alpha&pw=alpha-secret&DomainList={list}"),
        format!("command=NameSpinner&uid=alpha&pw=alpha-secret&sld={words}"),
        format!("command=GetNameSuggestions&uid=alpha&pw=alpha-secret&SearchTerm={words}"),
        format!("command=GetDomainInfo&uid=alpha&pw=alpha-secret&sld=x&tld=com&{long}=1"),
        format!("command=Purchase&uid=alpha&pw=alpha-secret&sld=x&tld=com&RegistrantCity={long}"),
        format!("command=CheckLogin&uid=alpha&pw=alpha-secret{}", "&a=1".repeat(200_000)),
    ];
    for request in requests {
        let patience = Patience::seconds(10);
        let answer = alpha.send("", Some(request.as_bytes()));
        is_sound("text", &answer);
        assert!(answer.len() < 4096, "{} bytes to {}", answer.len(), &request[..40]);
        assert!(patience.spent() < Duration::from_secs(10), "{} took long", &request[..40]);
    }
}

/// Many buy one name, and one of them has it.
#[test]
fn a_name_is_sold_once() {
    let (launch, server, rich) = start_with("RICH", ("rich", "rich-secret"), "1000.00");
    let names = rounds(3, 100);
    for number in 0..names {
        let name = format!("race-{number}");
        let sold = at_once(16, |_| rich.buys(&name, "test"));
        assert_eq!((count(&sold, None), count(&sold, Some("315153"))), (1, 15), "{sold:?}");
    }
    drop(server);
    let books = Books::audit(&launch).unwrap();
    assert_eq!(books.balance("RICH").unwrap(), 100_000 - 1000 * i64::try_from(names).unwrap());
}

/// The last credit is spent once, and no contact is left of those who came too late.
#[test]
fn the_last_credit_is_spent_once_and_nothing_is_left_of_the_refused() {
    let (launch, server, poor) = start_with("POOR", ("poor", "poor-secret"), "25.00");
    let sold = at_once(16, |number| poor.buys(&format!("last-{number}"), "test"));
    assert_eq!(count(&sold, None), 2, "{sold:?}");
    assert_eq!(count(&sold, Some("524181")), 14, "{sold:?}");
    assert_eq!(contacts_of(&server, ("poor", "poor-secret")), 2, "one for each name that was sold");
    drop(server);
    assert_eq!(Books::audit(&launch).unwrap().balance("POOR").unwrap(), 500);
}

/// Whatever a purchase is refused for, and however late, it costs nothing and makes no contact.
#[test]
fn a_refused_purchase_leaves_nothing() {
    let server = start();
    let alpha = Client::of(&server, "alpha", "alpha-secret");
    let bravo = Client::of(&server, "bravo", "bravo-secret");
    bravo.does("Purchase", &with(&[("SLD", "held"), ("TLD", "ltd.uk")], &REGISTRANT));
    bravo.does("Purchase", &with(&[("SLD", "taken"), ("TLD", "com")], &REGISTRANT));
    let (before, known) = (balance(&alpha), contacts_of(&server, ("alpha", "alpha-secret")));
    let refused: [&[(&str, &str)]; 10] = [
        &[("SLD", "taken"), ("TLD", "com")],
        &[("SLD", "x"), ("TLD", "nowhere")],
        &[("SLD", "long"), ("TLD", "com"), ("NumYears", "11")],
        &[("SLD", "weak"), ("TLD", "com"), ("DomainPassword", "a")],
        &[("SLD", "glue"), ("TLD", "com"), ("NS1", "ns1.glue.com"), ("NS2", "ns2.glue.com")],
        &[("SLD", "lost"), ("TLD", "com"), ("NS1", "ns1.nobody.com"), ("NS2", "ns2.nobody.com")],
        &[("SLD", "held"), ("TLD", "uk"), ("RegistrantLastName", "Other")],
        &[("SLD", "type"), ("TLD", "co.uk"), ("uk_legal_type", "KING")],
        &[("SLD", "nic"), ("TLD", "co.uk")],
        &[("SLD", "tech"), ("TLD", "com"), ("TechFirstName", "Ann")],
    ];
    for purchase in refused {
        let answer = alpha.ask("Purchase", &with(purchase, &REGISTRANT));
        assert!(field(&answer, "ResponseNumber1").is_some(), "{purchase:?}: {answer}");
        assert_eq!(balance(&alpha), before, "{purchase:?}");
        assert_eq!(contacts_of(&server, ("alpha", "alpha-secret")), known, "{purchase:?}");
    }
}

/// Somebody with a login.
struct Client {
    server: SocketAddr,
    login: &'static str,
    secret: &'static str,
}

impl Client {
    fn of(server: &Server, login: &'static str, secret: &'static str) -> Self {
        Self { server: server.listener("http").unwrap(), login, secret }
    }

    /// Gives a command; of a parameter that is there twice the first counts.
    fn ask(&self, command: &str, parameters: &[(&str, &str)]) -> String {
        let about = [("command", command), ("uid", self.login), ("pw", self.secret)];
        self.send("", Some(encoded(&with(&about, parameters)).as_bytes()))
    }

    fn does(&self, command: &str, parameters: &[(&str, &str)]) -> String {
        let answer = self.ask(command, parameters);
        assert_eq!(field(&answer, "ErrCount"), Some("0"), "{command}: {answer}");
        answer
    }

    /// Buys a name for somebody of its own; answers the number of what went wrong.
    fn buys(&self, sld: &str, tld: &str) -> Option<String> {
        let about = [("SLD", sld), ("TLD", tld), ("RegistrantOrganizationName", sld)];
        let answer = self.ask("Purchase", &with(&about, &REGISTRANT));
        field(&answer, "ResponseNumber1").map(str::to_owned)
    }

    fn send(&self, query: &str, body: Option<&[u8]>) -> String {
        self.exchange(query, body).1
    }

    /// Head and body of what comes back.
    fn exchange(&self, query: &str, body: Option<&[u8]>) -> (String, String) {
        exchange(self.server, &format!("/interface.asp?{query}"), body)
    }
}

fn exchange(server: SocketAddr, path: &str, body: Option<&[u8]>) -> (String, String) {
    let mut stream = TcpStream::connect(server).unwrap();
    let method = if body.is_some() { "POST" } else { "GET" };
    let body = body.unwrap_or_default();
    write!(stream, "{method} {path} HTTP/1.0\r\nContent-Length: {}\r\n\r\n", body.len()).unwrap();
    // The server may answer, and close, before all of a long body is sent.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8(answer).expect("no UTF-8");
    let (head, body) = answer.split_once("\r\n\r\n").expect("no answer");
    assert!(head.starts_with("HTTP/1.0 200"), "{head}");
    (head.to_owned(), body.to_owned())
}

fn start() -> Server {
    Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap()
}

/// A server that keeps its books for an audit, with an account that can log in over Enom, and over RRPproxy to be looked at.
fn start_with(
    account: &str,
    (login, secret): (&'static str, &'static str),
    deposit: &str,
) -> (Launch, Server, Client) {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    launch.open_account(account, secret, deposit).unwrap();
    for realm in ["enom", "rrp"] {
        let arguments =
            ["account", "passwd", account, "--realm", realm, "--login", login, "--password-stdin"];
        let output = launch.run(&arguments, &format!("{secret}\n")).unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let server = launch.start().unwrap();
    let client = Client::of(&server, login, secret);
    (launch, server, client)
}

fn with<'p>(about: &[(&'p str, &'p str)], more: &[(&'p str, &'p str)]) -> Vec<(&'p str, &'p str)> {
    about.iter().chain(more).copied().collect()
}

/// Every byte of a value is written as its number.
fn encoded(pairs: &[(&str, &str)]) -> String {
    let value = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs = pairs.iter().map(|(name, text)| format!("{name}={}", value(text)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A field of an answer in text.
fn field<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='))
}

/// Whether an answer is whole and can be read, and has nothing in it that a client put there.
fn is_sound(form: &str, answer: &str) {
    match form {
        "xml" => {
            assert!(answer.starts_with("<?xml") && answer.ends_with("</interface-response>\r\n"), "{answer}");
            assert_eq!(answer.matches("<ErrCount>").count(), 1, "{answer}");
            assert!(Document::parse(answer.as_bytes(), &Limits::EPP).is_ok(), "{answer}");
        }
        "html" => {
            assert!(!answer.contains("<script") && !answer.contains("<b>"), "{answer}");
            assert!(answer.ends_with("</BODY></HTML>\r\n"), "{answer}");
        }
        _ => {
            let lines: Vec<&str> = answer.split("\r\n").collect();
            assert!(lines.iter().all(|line| !line.contains(char::is_control)), "{answer:?}");
            let pairs = lines[3..].iter().filter(|line| !line.is_empty());
            assert!(pairs.clone().all(|line| line.matches('=').count() == 1), "{answer:?}");
            assert_eq!(pairs.filter(|line| line.starts_with("ErrCount=")).count(), 1, "{answer}");
        }
    }
}

/// What each of so many did, all at the same moment.
fn at_once<T: Send>(many: usize, act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let barrier = Barrier::new(many);
    thread::scope(|scope| {
        let acting = |number: usize| {
            let (act, barrier) = (&act, &barrier);
            scope.spawn(move || {
                barrier.wait();
                act(number)
            })
        };
        let acting: Vec<_> = (0..many).map(acting).collect();
        acting.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

fn count(ends: &[Option<String>], end: Option<&str>) -> usize {
    ends.iter().filter(|known| known.as_deref() == end).count()
}

fn balance(client: &Client) -> String {
    field(&client.does("GetBalance", &[]), "Balance").unwrap().to_owned()
}

/// How many contacts an account has, as CentralNic's interface tells it.
fn contacts_of(server: &Server, (login, secret): (&str, &str)) -> usize {
    let pairs = [("s_login", login), ("s_pw", secret), ("command", "QueryContactList")];
    let (_, answer) =
        exchange(server.listener("http").unwrap(), "/api/call.cgi", Some(encoded(&pairs).as_bytes()));
    let total = answer.lines().find_map(|line| line.strip_prefix("property[total][0] = "));
    total.unwrap_or_else(|| panic!("{answer}")).parse().unwrap()
}
