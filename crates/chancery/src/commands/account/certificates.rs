//! `chancery account certificates`.

use std::fs;

use anyhow::{Context, Result, bail};
use edge::Fingerprint;
use engine::model::Clid;
use engine::ops::account::Update;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::clid;
use crate::chores::DataArgs;
use crate::say;

/// Which account, and which certificates.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// Files with a certificate (PEM), or SHA-256 fingerprints. They replace those of before; any one of them will do.
    #[arg(required_unless_present = "none", value_name = "CERTIFICATE")]
    certificates: Vec<String>,
    /// Let it log in without a certificate.
    #[arg(long, conflicts_with = "certificates")]
    none: bool,
}

/// Replaces the account's list of certificates.
///
/// # Errors
/// There is no such account, or something given is neither a certificate nor a fingerprint.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let pinned = args.certificates.iter().map(|given| fingerprint(given)).collect::<Result<Vec<_>>>()?;
    let certificates = Some(pinned.clone());
    data.change(|operator| operator.command(Update { certificates, ..Update::of(args.clid.clone()) }))?;
    let text = match pinned.as_slice() {
        [] => format!("Account {} needs no client certificate.", args.clid),
        pinned => format!(
            "Account {} has to show one of these client certificates:\n{}",
            args.clid,
            pinned.join("\n")
        ),
    };
    say::line(&text);
    Ok(())
}

/// The fingerprint of the certificate in a file (the first, which is the leaf of a chain), or the one written out.
fn fingerprint(given: &str) -> Result<String> {
    if let Ok(fingerprint) = given.parse::<Fingerprint>() {
        return Ok(fingerprint.to_string());
    }
    let pem = fs::read(given).with_context(|| {
        format!(
            "{given} is neither a SHA-256 fingerprint (64 hexadecimal digits) nor a file that can be read"
        )
    })?;
    let Ok(certificate) = CertificateDer::from_pem_slice(&pem) else {
        bail!("{given} holds no certificate in PEM");
    };
    Ok(Fingerprint::of(&certificate).to_string())
}
