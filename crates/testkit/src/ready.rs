use std::net::SocketAddr;
use std::path::PathBuf;

use serde::Deserialize;

/// What the server writes into its ready file once every listener accepts.
#[derive(Clone, Debug, Deserialize)]
pub struct Ready {
    /// Where it listens.
    pub listeners: Listeners,
    /// The certificate of the authority that signed the server's own, as PEM.
    pub ca_file: PathBuf,
    /// The sandbox's accounts; none in production.
    #[serde(default)]
    pub accounts: Vec<SandboxAccount>,
}

/// The addresses of the listeners. Further ones are added with their protocols.
#[derive(Clone, Debug, Deserialize)]
pub struct Listeners {
    /// EPP with the objects of the RFCs, over TLS.
    pub epp: SocketAddr,
    /// Nominet's EPP, std family.
    pub nominet: Option<SocketAddr>,
    /// Nominet's EPP, nom family.
    pub nominet_classic: Option<SocketAddr>,
    /// Nominet's EPP without TLS.
    pub nominet_plain: Option<SocketAddr>,
    /// RRP over TLS.
    pub rrp: Option<SocketAddr>,
    /// HTTP.
    pub http: Option<SocketAddr>,
    /// HTTP over TLS.
    pub https: Option<SocketAddr>,
}

/// An account that the sandbox comes with.
#[derive(Clone, Debug, Deserialize)]
pub struct SandboxAccount {
    /// Its identifier, which is also its login name in EPP.
    pub id: String,
    /// The secret that opens it everywhere.
    pub secret: String,
}

impl Ready {
    /// The secret of a sandbox account.
    pub fn secret(&self, account: &str) -> Option<&str> {
        self.accounts.iter().find(|known| known.id == account).map(|known| known.secret.as_str())
    }
}
