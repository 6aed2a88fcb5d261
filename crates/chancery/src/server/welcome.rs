//! What a sandbox says when it has started: where everything is, and what to try.

use std::net::SocketAddr;
use std::path::Path;

use super::Addresses;
use super::premises::Premises;
use crate::mode::Mode;
use crate::{sandbox_accounts, say};

/// Greets whoever started a sandbox. A production server only logs.
pub(super) fn say(mode: Mode, addresses: &Addresses, premises: &Premises) {
    if let (Mode::Sandbox, Some(ca_file)) = (mode, premises.ca_file()) {
        say::line(&text(addresses, ca_file));
    }
}

fn text(addresses: &Addresses, ca_file: &Path) -> String {
    let mut text = format!("\nChancery {} sandbox: nothing here is real.\n", env!("CARGO_PKG_VERSION"));
    if let Some(epp) = addresses.epp {
        text.push_str(&epp_block(epp, ca_file));
    }
    for (title, address, note) in [
        (
            "NOMINET",
            addresses.nominet,
            "the std family; for names in every state: chancery sandbox seed nominet",
        ),
        ("NOMINET", addresses.nominet_classic, "the nom family"),
        ("RRP", addresses.rrp, "the same logins"),
    ] {
        if let Some(address) = address {
            text.push_str(&tls_block(title, address, ca_file, note));
        }
    }
    if let Some(http) = addresses.http {
        text.push_str(&http_block(http));
    }
    if let Some(https) = addresses.https {
        let ca = ca_file.display();
        text.push_str(&format!(
            "\n  HTTPS  https://{https}/\n         try   curl --cacert {ca} https://{https}/metrics\n"
        ));
    }
    text.push_str(
        "\nAn answer you do not understand? Ask in another terminal: chancery explain 2302\n\
         README.md has a first conversation to copy. Stop with Ctrl-C.\n",
    );
    text
}

fn epp_block(epp: SocketAddr, ca_file: &Path) -> String {
    let ca = ca_file.display();
    let [one, two] = sandbox_accounts::ACCOUNTS;
    format!(
        "\n  EPP    {epp} (TLS)\n         \
           trust {ca}\n         \
           log in as {} with {}, or as {} with {}\n         \
           try   openssl s_client -quiet -connect {epp} -CAfile {ca}\n",
        one.clid, one.secret, two.clid, two.secret
    )
}

/// A listener that takes the accounts that were told before.
fn tls_block(title: &str, address: SocketAddr, ca_file: &Path, note: &str) -> String {
    let ca = ca_file.display();
    format!(
        "\n  {title:<6} {address} (TLS)\n         \
           {note}\n         \
           try   openssl s_client -quiet -connect {address} -CAfile {ca}\n"
    )
}

/// Everything that HTTP serves, and a line to try for each protocol that needs no more than a line.
fn http_block(http: SocketAddr) -> String {
    let [one, _] = sandbox_accounts::ACCOUNTS;
    let as_one = format!("s_login={}&s_pw={}", one.login, one.secret);
    let to_enom = format!("uid={}&pw={}", one.login, one.secret);
    format!(
        "\n  HTTP   http://{http}/\n         \
           RRPproxy, HEXONET at /api/call; Enom at /interface.asp; WAPI at /wapi/json, /wapi/xml\n         \
           try   curl 'http://{http}/api/call?{as_one}&command=CheckDomain&domain=shop.test'\n         \
           try   curl 'http://{http}/interface.asp?{to_enom}&command=Check&sld=shop&tld=test'\n         \
           try   curl http://{http}/sandbox\n         \
           time, faults, snapshots: chancery sandbox --help\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_of_the_listeners_that_there_are_and_of_no_other() {
        let epp = Addresses { epp: Some("127.0.0.1:7700".parse().unwrap()), ..Addresses::default() };
        let told = text(&epp, Path::new("/x/ca.pem"));
        assert!(told.contains("-connect 127.0.0.1:7700 -CAfile /x/ca.pem") && told.contains("bravo-secret"));
        assert!(!told.contains("curl"));
        let https = Addresses { https: Some("127.0.0.1:8443".parse().unwrap()), ..Addresses::default() };
        let told = text(&https, Path::new("/x/ca.pem"));
        assert!(told.contains("--cacert /x/ca.pem https://127.0.0.1:8443/") && !told.contains("EPP    "));
        let address = Some("127.0.0.1:1".parse().unwrap());
        let told = text(&Addresses { rrp: address, ..Addresses::default() }, Path::new("/x/ca.pem"));
        assert!(told.contains("RRP    127.0.0.1:1 (TLS)") && !told.contains("curl"));
        let nominet = Addresses { nominet: address, ..Addresses::default() };
        let told = text(&nominet, Path::new("/x/ca.pem"));
        assert!(told.contains("NOMINET 127.0.0.1:1 (TLS)") && told.contains("sandbox seed nominet"));
        let told = text(&Addresses { http: address, ..Addresses::default() }, Path::new("/x/ca.pem"));
        assert!(told.contains("/interface.asp?uid=alpha&pw=alpha-secret&command=Check"));
        assert!(told.contains("/api/call?s_login=alpha&s_pw=alpha-secret&command=CheckDomain"));
    }
}
