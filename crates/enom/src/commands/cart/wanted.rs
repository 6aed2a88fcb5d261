//! What is to be put into the cart, by the names that products have there.

use engine::Field;
use engine::model::{DomainName, Goods, Period};
use engine::ops::cart::Add;
use engine::policy::Priced;

use crate::call::Call;
use crate::commands::certificate::product;
use crate::commands::premium::{Confirmed, confirm};
use crate::params::{Params, choose};
use crate::words::{PRIVACY, PRIVACY_RENEWAL};

/// Kinds of products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Register,
    /// A registration of a premium name, at the price that is answered.
    Premium,
    Renew,
    Restore,
    Privacy,
    PrivacyRenewal,
    Certificate,
}

impl Kind {
    /// What of a domain is wanted.
    pub(super) const fn of(self, name: DomainName) -> Goods {
        match self {
            Self::Renew => Goods::Renew(name),
            Self::Restore => Goods::Restore(name),
            Self::Privacy => Goods::Privacy(name),
            Self::PrivacyRenewal => Goods::PrivacyRenewal(name),
            Self::Register | Self::Premium | Self::Certificate => Goods::Register(name),
        }
    }

    /// Notes that a name costs more than usual, if that was not confirmed.
    fn confirm(self, call: &Call<'_>, params: &mut Params, (name, years): (&DomainName, u8)) {
        let (what, when) = match self {
            Self::Register => (Priced::Create, Confirmed::Always),
            Self::Renew => (Priced::Renew, Confirmed::IfSent),
            Self::Premium | Self::Restore | Self::Privacy | Self::PrivacyRenewal | Self::Certificate => {
                return;
            }
        };
        confirm(call, params, (name, Some(Period::of_years(years))), what, when);
    }
}

/// Reads `ProductType`, which has to be one of these kinds.
pub(super) fn kind(params: &mut Params, kinds: &[(&str, Kind)]) -> Option<Kind> {
    params.need("ProductType", Field::Product, |text| {
        // The class stands behind the word.
        let begins = |word: &str| text.to_ascii_lowercase().starts_with(&word.to_ascii_lowercase());
        match kinds.iter().any(|(word, kind)| *kind == Kind::Certificate && begins(word)) {
            true => Ok(Kind::Certificate),
            false => choose("ProductType", text, kinds),
        }
    })
}

/// Reads what is to be put into the cart.
pub(super) fn read(call: &Call<'_>, params: &mut Params) -> Option<Add> {
    let kind = kind(params, &PRODUCTS);
    let years = years(params, "Quantity");
    let sets_others_aside = params.flag("ClearItems").unwrap_or_default();
    let add = match kind? {
        Kind::Certificate => {
            let class = params.need("ProductType", Field::CertificateClass, product::class)?;
            of_goods(params, Goods::Certificate(class), years)
        }
        kind => {
            let name = params.name()?;
            of_domain(call, params, kind, (name, years))
        }
    };
    Some(Add { sets_others_aside, ..add })
}

/// What is to be put into the cart of a domain.
pub(super) fn of_domain(
    call: &Call<'_>,
    params: &mut Params,
    kind: Kind,
    (name, years): (DomainName, u8),
) -> Add {
    kind.confirm(call, params, (&name, years));
    of_goods(params, kind.of(name), years)
}

fn of_goods(params: &mut Params, goods: Goods, years: u8) -> Add {
    let renews = params.flag("AutoRenew").unwrap_or_default();
    let is_locked = params.flag("RegLock").unwrap_or(true);
    Add { goods, years, renews, is_locked, sets_others_aside: false }
}

/// The number of a product, as it is among prices; of a certificate, its class.
pub(super) fn number(goods: &Goods) -> String {
    let number = match goods {
        Goods::Register(_) => "10",
        Goods::Renew(_) => "16",
        Goods::Restore(_) => "17",
        Goods::Transfer(_) => "19",
        Goods::Privacy(_) => PRIVACY,
        Goods::PrivacyRenewal(_) => PRIVACY_RENEWAL,
        Goods::Certificate(class) => class.as_str(),
    };
    number.to_owned()
}

/// Reads a number of years; one unless said otherwise.
pub(super) fn years(params: &mut Params, name: &str) -> u8 {
    read_years(params, name).unwrap_or(1)
}

/// Reads a number of years, if one was sent.
pub(super) fn read_years(params: &mut Params, name: &str) -> Option<u8> {
    params.read(name, Field::Period, |text| Period::parse(text, false)).map(Period::years)
}

/// What products are called.
const PRODUCTS: [(&str, Kind); 7] = [
    ("Register", Kind::Register),
    ("Renew", Kind::Renew),
    ("RGP", Kind::Restore),
    ("PremiumDomain", Kind::Premium),
    ("IDProtect", Kind::Privacy),
    ("IDProtectRenewal", Kind::PrivacyRenewal),
    ("Certificate-", Kind::Certificate),
];
