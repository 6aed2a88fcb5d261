use crate::Fault;
use crate::model::Clid;

/// Where the engine meets something that can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Port {
    /// The database.
    Store,
    /// Whoever decides about a zone's names.
    Registry,
    /// Mail and deliveries to URLs.
    Mail,
    /// The accounts' credit.
    Ledger,
    /// The price lists.
    Prices,
    /// The name servers that publish DNS zones.
    NameServers,
    /// The servers from which secondary DNS zones are fetched.
    Primaries,
    /// Whoever makes invoices.
    Invoices,
    /// The protecting network.
    Protection,
    /// Whoever issues certificates.
    CertificateAuthority,
    /// What reads requests for certificates.
    CsrParser,
}

impl Port {
    /// Every port.
    pub const ALL: [Self; 11] = [
        Self::Store,
        Self::Registry,
        Self::Mail,
        Self::Ledger,
        Self::Prices,
        Self::NameServers,
        Self::Primaries,
        Self::Invoices,
        Self::Protection,
        Self::CertificateAuthority,
        Self::CsrParser,
    ];

    /// The port's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::Registry => "registry",
            Self::Mail => "mail",
            Self::Ledger => "ledger",
            Self::Prices => "prices",
            Self::NameServers => "nameservers",
            Self::Primaries => "primaries",
            Self::Invoices => "invoices",
            Self::Protection => "protection",
            Self::CertificateAuthority => "ca",
            Self::CsrParser => "csr_parser",
        }
    }

    /// The port with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|port| port.name() == name)
    }
}

/// What is being done at the ledger, where that means something of its own beside the writing of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Reading how an account is billed.
    Credit,
    /// Reading what an account has.
    Balance,
    /// Giving a payment back.
    Reversal,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 3] = [Self::Credit, Self::Balance, Self::Reversal];

    /// The step's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Credit => "credit",
            Self::Balance => "balance",
            Self::Reversal => "reversal",
        }
    }

    /// The step with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Whether it only reads.
    pub const fn reads(self) -> bool {
        matches!(self, Self::Credit | Self::Balance)
    }
}

/// What a call at a port is for.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// On whose behalf.
    pub account: &'a Clid,
    /// Which operation.
    pub operation: outcomes::Operation,
    /// The name of the object it is about; empty where there is none, or several.
    pub object: &'a str,
    /// What it may do.
    pub access: Access,
    /// Which step of it, at the ledger.
    pub step: Option<Step>,
}

/// What a call at a port may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It only looks.
    Reads,
    /// It may change something.
    Writes,
}

/// Trouble on order. A production server has none: [`NoFaults`].
pub trait Faults: Send + Sync {
    /// The trouble that strikes a call, if any was ordered for it.
    fn strike(&self, port: Port, ask: &Ask<'_>) -> Option<Fault>;

    /// Comes to a port. What goes wrong there on order is met here.
    ///
    /// # Errors
    /// The trouble that was ordered for this call, if any.
    fn reach(&self, port: Port, ask: &Ask<'_>) -> Result<(), Fault> {
        self.strike(port, ask).map_or(Ok(()), Err)
    }
}

/// Nothing goes wrong but what really does.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFaults;

impl Faults for NoFaults {
    fn strike(&self, _: Port, _: &Ask<'_>) -> Option<Fault> {
        None
    }
}
