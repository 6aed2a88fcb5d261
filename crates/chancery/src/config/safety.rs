//! Settings that a production server does not start with. What can only be seen in the data itself is checked when it
//! is open.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};
use engine::policy::Zone;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::{Config, TlsFiles};
use crate::permissions::{Others, is_open_to};
use crate::policies;

/// # Errors
/// The first unsafe setting, as a sentence that says which and why.
pub(super) fn check(config: &Config, zones: &[Zone]) -> Result<TlsFiles> {
    check_listeners(config)?;
    let tls = check_tls(config)?;
    check_name(config)?;
    check_data(&config.data)?;
    check_prices(zones)?;
    Ok(tls)
}

fn check_listeners(config: &Config) -> Result<()> {
    let listen = config.listen;
    if listen.each().next().is_none() {
        bail!("[listen] names no address, so nobody could reach the server: set epp, for instance");
    }
    for (name, address, instead) in
        [("http", listen.http, "https"), ("nominet_plain", listen.nominet_plain, "nominet")]
    {
        let Some(address) = address.filter(|address| !address.ip().to_canonical().is_loopback()) else {
            continue;
        };
        bail!(
            "[listen] {name} = \"{address}\" can be reached from other machines without TLS, so anybody on the way could \
             read and change what is said: use {instead}, or an address of this machine alone such as 127.0.0.1:{}",
            address.port()
        );
    }
    Ok(())
}

fn check_tls(config: &Config) -> Result<TlsFiles> {
    let Some(tls) = &config.tls else {
        bail!(
            "[tls] is missing: production needs a certificate that its clients trust (certificate and key); the \
             sandbox's own authority is not used here"
        );
    };
    let chain = fs::read(&tls.certificate)
        .with_context(|| format!("[tls] certificate: {} cannot be read", tls.certificate.display()))?;
    if is_of_sandbox(&chain) {
        bail!(
            "[tls] certificate: {} was issued by a sandbox's authority, whose key lies about in a data folder; use one \
             that an authority your clients trust has issued",
            tls.certificate.display()
        );
    }
    refuse_open("[tls] key", &tls.key, Others::OutsideGroup, "chmod o=")?;
    Ok(tls.clone())
}

fn check_name(config: &Config) -> Result<()> {
    let length = config.name.as_ref().map_or(3, |name| name.chars().count());
    if !(3..=64).contains(&length) {
        bail!("name has {length} characters; the greeting takes 3 to 64 (RFC 5730 section 2.4)");
    }
    Ok(())
}

fn check_data(folder: &Path) -> Result<()> {
    // A closed folder closes what is in it; the keys were perhaps put there from elsewhere.
    refuse_open("data", folder, Others::AllButOwner, "chmod go=")?;
    refuse_open("the file of keys", &folder.join("keys"), Others::AllButOwner, "chmod go=")
}

/// What is not there yet is made closed.
pub(super) fn refuse_open(what: &str, path: &Path, others: Others, remedy: &str) -> Result<()> {
    match is_open_to(others, path) {
        Ok(false) => Ok(()),
        Ok(true) => bail!(
            "{what}: {} can be read or changed by other users of this machine, who would find secrets there; do: {remedy} {}",
            path.display(),
            path.display()
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("{what}: {} cannot be looked at", path.display())),
    }
}

fn check_prices(zones: &[Zone]) -> Result<()> {
    match zones.iter().find(|zone| !policies::has_prices(zone)) {
        None => Ok(()),
        Some(zone) => bail!(
            "the policy of {} has no [prices], so nothing could be billed there; a zone that is free says so with \
             prices of 0.00",
            zone.name
        ),
    }
}

/// Whether a certificate of the chain bears the name of the sandbox's authority, which stands in it as plain text.
fn is_of_sandbox(chain: &[u8]) -> bool {
    CertificateDer::pem_slice_iter(chain).flatten().any(|certificate| {
        certificate.windows(SANDBOX_AUTHORITY.len()).any(|window| window == SANDBOX_AUTHORITY.as_bytes())
    })
}

/// The common name of every sandbox's authority.
const SANDBOX_AUTHORITY: &str = "Chancery sandbox authority";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_of_a_sandbox_is_known_by_its_issuer() {
        let authority = edge::Authority::ephemeral(1_800_000_000).unwrap();
        assert!(is_of_sandbox(authority.chain_pem().as_bytes()));
        assert!(!is_of_sandbox(b"nothing"));
    }
}
