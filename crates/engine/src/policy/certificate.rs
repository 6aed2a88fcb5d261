//! Which certificates are sold, and on which terms.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::PriceList;
use crate::model::{CertificateClass, ControlMethod, CsrKey};

/// The policy of certificates. Without a file none is sold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CertificatePolicy {
    /// For how many days control of the names can be shown, before an order is cancelled and paid back.
    pub approval_days: u32,
    /// After how many hours without a certificate the authority is asked to give an order up.
    pub answer_hours: u32,
    /// How many days before its end the account is told that a certificate ends.
    pub warn_days: Vec<u32>,
    /// For how many days after its issue a certificate can be cancelled, which revokes it and pays it back.
    pub refund_days: u32,
    /// The products, by their classes.
    pub products: BTreeMap<CertificateClass, Product>,
}

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// What it is called.
    pub title: String,
    /// What the authority looks at.
    pub validation: Validation,
    /// How control of a name can be shown.
    #[serde(default = "every_method")]
    pub methods: Vec<ControlMethod>,
    /// Whether its common name stands for all names below a domain; otherwise no name of it does.
    #[serde(default)]
    pub wildcard: bool,
    /// For how many names it is good at most.
    #[serde(default = "one_name")]
    pub most_names: usize,
    /// For how many years it can be had at most.
    #[serde(default = "one_year")]
    pub longest_years: u8,
    /// The fewest bits of an RSA key.
    #[serde(default = "least_rsa_bits")]
    pub least_rsa_bits: u32,
    /// What the authority vouches for, in whole dollars.
    #[serde(default)]
    pub warranty: u64,
    /// Prices: `create` for a first order, `renew` for a renewal. What is left out is not for sale.
    #[serde(default)]
    pub prices: PriceList,
}

/// What an authority looks at before it issues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Validation {
    /// Control of the names alone (DV).
    Domain,
    /// The organisation too (OV).
    Organization,
    /// The organisation, at length (EV).
    Extended,
}

impl Validation {
    /// The abbreviation by which people know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Domain => "DV",
            Self::Organization => "OV",
            Self::Extended => "EV",
        }
    }

    /// Whether the certificate tells an organisation.
    pub const fn tells_organization(self) -> bool {
        matches!(self, Self::Organization | Self::Extended)
    }
}

impl CertificatePolicy {
    /// Reads a policy file.
    ///
    /// # Errors
    /// What is wrong in the file and where, for the operator.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }
}

impl Default for CertificatePolicy {
    fn default() -> Self {
        Self {
            approval_days: 30,
            answer_hours: 72,
            warn_days: vec![30, 7],
            refund_days: 30,
            products: BTreeMap::new(),
        }
    }
}

fn every_method() -> Vec<ControlMethod> {
    ControlMethod::ALL.to_vec()
}

const fn one_name() -> usize {
    1
}

const fn one_year() -> u8 {
    1
}

const fn least_rsa_bits() -> u32 {
    CsrKey::LEAST_RSA_BITS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::policy::Priced;

    const DV: &str = "[products.RAPID_DV]\ntitle = \"Rapid\"\nvalidation = \"domain\"\n";

    #[test]
    fn a_product_says_what_it_must_and_the_rest_is_usual() {
        let prices = "prices = { EUR = { create = \"9.00\" } }";
        let policy = CertificatePolicy::parse(&format!("{DV}{prices}")).unwrap();
        let product = &policy.products[&CertificateClass::parse("rapid_dv").unwrap()];
        assert_eq!((product.most_names, product.longest_years, product.least_rsa_bits), (1, 1, 2_048));
        assert_eq!(product.methods, ControlMethod::ALL);
        let price = |what, years| product.prices.price(what, Currency::Eur, years).map(|money| money.minor);
        assert_eq!((price(Priced::Create, 2), price(Priced::Renew, 1)), (Some(1_800), None));
    }

    #[test]
    fn what_is_no_policy_is_refused() {
        for bad in [
            "days = 1",
            "[products.\"a b\"]\ntitle = \"x\"\nvalidation = \"domain\"",
            "[products.X]\ntitle = \"x\"",
        ] {
            assert!(CertificatePolicy::parse(bad).is_err(), "{bad}");
        }
        assert!(CertificatePolicy::parse(&format!("{DV}methods = [\"phone\"]")).is_err());
    }
}
