//! Orders: what an account asked for in one request, for protocols whose clients ask later what became of it.

use super::{AccountId, CertificateClass, DomainName, Instant, Money, ObjectId, OperationId, SealedSecret};

/// One thing that was ordered. The lines of an order have its number in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// The order: the id of the request that placed it.
    pub order: OperationId,
    /// The place of the line in its order, counted from 1.
    pub place: u32,
    /// Who ordered.
    pub account: AccountId,
    /// When.
    pub placed_at: Instant,
    /// What.
    pub goods: Goods,
    /// The domain or certificate that it was done to; `None` where it was refused.
    pub object: Option<ObjectId>,
    /// For how many years.
    pub years: u32,
    /// What was charged or set aside, tax included.
    pub amount: Money,
    /// Why it was refused, by the name of the outcome; `None` where it was not.
    pub refused: Option<String>,
    /// What was asked for, in the words of the protocol by which it came, as long as it was not carried out and can be asked
    /// for again. They may hold secrets.
    pub words: Option<SealedSecret>,
}

/// A line by its order and its place there.
pub type LineKey = (OperationId, u32);

impl OrderLine {
    /// Which line it is.
    pub const fn key(&self) -> LineKey {
        (self.order, self.place)
    }

    /// Whether it waits to be submitted.
    pub const fn is_kept(&self) -> bool {
        self.words.is_some() && self.refused.is_none()
    }
}

/// What is ordered, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goods {
    /// A registration of a name.
    Register(DomainName),
    /// A longer registration.
    Renew(DomainName),
    /// A deletion taken back.
    Restore(DomainName),
    /// A domain of another account.
    Transfer(DomainName),
    /// Privacy for a domain.
    Privacy(DomainName),
    /// Further years of privacy for a domain.
    PrivacyRenewal(DomainName),
    /// A certificate of a class.
    Certificate(CertificateClass),
}

impl Goods {
    /// The kind of it.
    pub const fn product(&self) -> Product {
        match self {
            Self::Register(_) => Product::Register,
            Self::Renew(_) => Product::Renew,
            Self::Restore(_) => Product::Restore,
            Self::Transfer(_) => Product::Transfer,
            Self::Privacy(_) => Product::Privacy,
            Self::PrivacyRenewal(_) => Product::PrivacyRenewal,
            Self::Certificate(_) => Product::Certificate,
        }
    }

    /// The domain that it is about, if it is about one.
    pub const fn domain(&self) -> Option<&DomainName> {
        match self {
            Self::Register(name)
            | Self::Renew(name)
            | Self::Restore(name)
            | Self::Transfer(name)
            | Self::Privacy(name)
            | Self::PrivacyRenewal(name) => Some(name),
            Self::Certificate(_) => None,
        }
    }

    /// The name of the domain, or of the class.
    pub fn title(&self) -> &str {
        if let Self::Certificate(class) = self {
            return class.as_str();
        }
        self.domain().map(DomainName::as_str).unwrap_or_default()
    }

    /// What was ordered before and comes back from the store.
    pub fn from_store(product: Product, title: String) -> Self {
        match product {
            Product::Register => Self::Register(DomainName::from_store(title)),
            Product::Renew => Self::Renew(DomainName::from_store(title)),
            Product::Restore => Self::Restore(DomainName::from_store(title)),
            Product::Transfer => Self::Transfer(DomainName::from_store(title)),
            Product::Privacy => Self::Privacy(DomainName::from_store(title)),
            Product::PrivacyRenewal => Self::PrivacyRenewal(DomainName::from_store(title)),
            Product::Certificate => Self::Certificate(CertificateClass::from_store(title)),
        }
    }
}

/// Kinds of goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Product {
    /// A registration.
    Register,
    /// A longer registration.
    Renew,
    /// A deletion taken back.
    Restore,
    /// A domain of another account.
    Transfer,
    /// Privacy for a domain.
    Privacy,
    /// Further years of that.
    PrivacyRenewal,
    /// A certificate.
    Certificate,
}

impl Product {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Register,
        Self::Renew,
        Self::Restore,
        Self::Transfer,
        Self::Privacy,
        Self::PrivacyRenewal,
        Self::Certificate,
    ];

    /// The name under which it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Renew => "renew",
            Self::Restore => "restore",
            Self::Transfer => "transfer",
            Self::Privacy => "privacy",
            Self::PrivacyRenewal => "privacy_renewal",
            Self::Certificate => "certificate",
        }
    }

    /// The product of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|product| product.name() == name)
    }
}
