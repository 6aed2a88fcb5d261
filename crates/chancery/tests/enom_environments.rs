//! Two servers are two environments, such as a live one and one to try things out: on the same path of different listeners, each
//! with accounts, tokens, allow lists, balances and objects of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod lines;

use lines::{Answer, Client};
use testkit::{Launch, Server};

/// A server with an account SHOP and a token of it.
struct Environment {
    server: Server,
    token: String,
}

impl Environment {
    fn start(secret: &str, deposit: &str, networks: &[&str]) -> Self {
        let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
        launch.open_account("SHOP", secret, deposit).unwrap();
        let login = ["passwd", "SHOP", "--realm", "enom", "--login", "shop", "--password-stdin"];
        account(&launch, &login, secret);
        let token = account(&launch, &["token", "make", "SHOP", "web shop"], "");
        launch.open_account("FENCED", secret, deposit).unwrap();
        let login = ["passwd", "FENCED", "--realm", "enom", "--login", "fenced", "--password-stdin"];
        account(&launch, &login, secret);
        account(&launch, &[&["allow", "FENCED"], networks].concat(), "");
        Self { server: launch.start().unwrap(), token }
    }

    fn shop(&self, secret: &str) -> Client {
        Client::of(&self.server, "shop", secret)
    }
}

/// What the operator's command says.
fn account(launch: &Launch, arguments: &[&str], input: &str) -> String {
    let output = launch.run(&[&["account"], arguments].concat(), &format!("{input}\n")).unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn number(answer: &Answer) -> &str {
    answer.0.get("ResponseNumber1").map(String::as_str).unwrap_or_default()
}

const NAME: [(&str, &str); 2] = [("SLD", "two-worlds"), ("TLD", "com")];

#[test]
fn nothing_of_one_environment_is_known_in_the_other() {
    let live = Environment::start("live-secret", "500.00", &["192.0.2.0/24"]);
    let test = Environment::start("test-secret", "5000.00", &["127.0.0.0/8"]);
    assert_ne!(live.server.listener("http").unwrap(), test.server.listener("http").unwrap());

    let logins = [(&live, "live-secret", live.token.as_str()), (&test, "test-secret", test.token.as_str())];
    for (own, secret, token) in logins {
        for word in [secret, token] {
            for environment in [&live, &test] {
                let answer = environment.shop(word).ask("CheckLogin", &[]);
                let is_own = std::ptr::eq(environment, own);
                assert_eq!(number(&answer), if is_own { "" } else { "304155" }, "{:?}", answer.0);
            }
        }
    }

    // The same address is on the list of one and not of the other.
    let fenced = |environment: &Environment, secret| {
        let answer = Client::of(&environment.server, "fenced", secret).ask("CheckLogin", &[]);
        number(&answer).to_owned()
    };
    assert_eq!(
        (fenced(&live, "live-secret").as_str(), fenced(&test, "test-secret").as_str()),
        ("713254", "")
    );

    let (in_live, in_test) = (live.shop("live-secret"), test.shop(&test.token));
    assert_eq!(in_live.does("GetBalance", &[]).at("Balance"), "500.00");
    in_live.does("Purchase", &NAME);
    assert_eq!(in_live.does("Check", &NAME).at("RRPCode"), "211");
    assert_ne!(in_live.does("GetBalance", &[]).at("Balance"), "500.00");

    assert_eq!(in_test.does("Check", &NAME).at("RRPCode"), "210");
    assert_eq!(number(&in_test.ask("GetDomainInfo", &NAME)), "316153");
    assert_eq!(in_test.does("GetBalance", &[]).at("Balance"), "5,000.00");
    in_test.does("Purchase", &NAME);
    assert_eq!(in_live.does("GetDomainCount", &[]).at("RegisteredCount"), "1");
}
