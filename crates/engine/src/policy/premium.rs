//! Names with prices of their own.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Deserializer, de::Error};

use super::PriceList;
use crate::model::DomainName;

/// Labels that cost more, or less, than others. In the file each tier is one `[[premium]]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Premium {
    tiers: Vec<Tier>,
    by_label: HashMap<String, usize>,
}

/// Labels of one price.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Its name, as clients may be shown it.
    pub tier: String,
    /// The labels, in canonical form however the file writes them.
    #[serde(deserialize_with = "super::zone::labels")]
    labels: BTreeSet<String>,
    /// Its prices. In a currency that is not among them these names are not for sale; what has no price in a currency
    /// that is costs as much as for any other name.
    pub prices: PriceList,
}

impl Premium {
    /// The labels that have a tier, tier by tier as the file has them, sorted in each.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.tiers.iter().flat_map(|tier| tier.labels.iter().map(String::as_str))
    }

    /// The tier of a name that is registered directly in the zone.
    pub fn tier(&self, name: &DomainName) -> Option<&Tier> {
        if self.tiers.is_empty() {
            return None;
        }
        let label = name.as_str().split('.').next().unwrap_or_default();
        self.by_label.get(label).and_then(|index| self.tiers.get(*index))
    }
}

impl<'de> Deserialize<'de> for Premium {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tiers = Vec::<Tier>::deserialize(deserializer)?;
        let mut by_label = HashMap::new();
        for (index, label) in tiers
            .iter()
            .enumerate()
            .flat_map(|(index, tier)| tier.labels.iter().map(move |label| (index, label)))
        {
            if by_label.insert(label.clone(), index).is_some() {
                return Err(D::Error::custom(format!("{label:?} is in two tiers")));
            }
        }
        Ok(Self { tiers, by_label })
    }
}

#[cfg(test)]
mod tests {
    use crate::{model::DomainName, policy::Zone};

    fn zone(tiers: &str) -> Result<Zone, String> {
        Zone::parse(&format!("name = \"test\"\n{tiers}"))
    }

    const GOLD: &str = "[[premium]]\ntier = \"gold\"\nlabels = [\"Bank\", \"bücher\"]\nprices = { USD = { create = \"900.00\" } }\n";

    #[test]
    fn labels_find_their_tier_however_they_are_written() {
        let zone = zone(GOLD).unwrap();
        let tier =
            |name: &str| zone.premium.tier(&DomainName::parse(name).unwrap()).map(|tier| tier.tier.clone());
        for name in ["bank.test", "BÜCHER.test"] {
            assert_eq!(tier(name).as_deref(), Some("gold"), "{name}");
        }
        assert_eq!(tier("banks.test"), None);
    }

    #[test]
    fn a_label_has_one_tier() {
        let refused = zone(&format!("{GOLD}{}", GOLD.replace("gold", "silver"))).unwrap_err();
        assert!(refused.contains("two tiers"), "{refused}");
    }
}
