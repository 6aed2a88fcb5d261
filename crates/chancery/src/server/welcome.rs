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
    let ca = ca_file.display();
    if let Some(epp) = addresses.epp {
        text.push_str(&epp_block(epp, ca_file));
    }
    if let Some(rrp) = addresses.rrp {
        text.push_str(&format!(
            "\n  RRP    {rrp} (TLS)\n         try   openssl s_client -quiet -connect {rrp} -CAfile {ca}\n"
        ));
    }
    if let Some(http) = addresses.http {
        text.push_str(&http_block(http));
    }
    if let Some(https) = addresses.https {
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

/// Everything that HTTP serves, and a line to try for each protocol that needs no more than a line.
fn http_block(http: SocketAddr) -> String {
    let [one, _] = sandbox_accounts::ACCOUNTS;
    let as_one = format!("s_login={}&s_pw={}", one.login, one.secret);
    format!(
        "\n  HTTP   http://{http}/\n         \
           RRPproxy, HEXONET at /api/call; WAPI at /wapi/json, /wapi/xml\n         \
           try   curl 'http://{http}/api/call?{as_one}&command=CheckDomain&domain=shop.test'\n         \
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
        let told = text(&Addresses { http: address, ..Addresses::default() }, Path::new("/x/ca.pem"));
        assert!(told.contains("/api/call?s_login=alpha&s_pw=alpha-secret&command=CheckDomain"));
    }
}
