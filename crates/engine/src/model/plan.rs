//! What is bought of the protection service: a plan, for a cycle at a time.

use std::fmt;

use outcomes::{Field, Outcome};

use super::Instant;
use crate::Refusal;

/// What a service can do, and costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names say it
pub enum Plan {
    Start,
    Advanced,
    Expert,
}

impl Plan {
    /// Every plan.
    pub const ALL: [Self; 3] = [Self::Start, Self::Advanced, Self::Expert];

    /// The name used in the store and in policies.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Advanced => "advanced",
            Self::Expert => "expert",
        }
    }

    /// The plan with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plan| plan.name() == name)
    }

    /// The number by which it is ordered (`variant_id`).
    pub const fn number(self) -> u8 {
        match self {
            Self::Start => 1,
            Self::Advanced => 2,
            Self::Expert => 3,
        }
    }

    /// The plan with a number.
    ///
    /// # Errors
    /// `plan_unknown`.
    pub fn of_number(text: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|plan| plan.number().to_string() == text);
        found.ok_or_else(|| Refusal::new(Outcome::PlanUnknown).at(Field::Plan).value(text))
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// For how long a service is paid at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // the names say it
pub enum Cycle {
    Monthly,
    Yearly,
}

impl Cycle {
    /// Every cycle.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Yearly];

    /// The name used in the store and in policies.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }

    /// The cycle with a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cycle| cycle.name() == name)
    }

    /// The number by which it is ordered (`period_id`).
    pub const fn number(self) -> u8 {
        match self {
            Self::Monthly => 1,
            Self::Yearly => 4,
        }
    }

    /// The cycle with a number.
    ///
    /// # Errors
    /// `cycle_unknown`.
    pub fn of_number(text: &str) -> Result<Self, Refusal> {
        let found = Self::ALL.into_iter().find(|cycle| cycle.number().to_string() == text);
        found.ok_or_else(|| Refusal::new(Outcome::CycleUnknown).at(Field::Cycle).value(text))
    }

    /// The end of a term that begins at a moment.
    pub fn end_from(self, moment: Instant) -> Instant {
        match self {
            Self::Monthly => moment.plus_months(1),
            Self::Yearly => moment.plus_years(1),
        }
    }

    /// How many whole years it is.
    pub const fn years(self) -> u8 {
        match self {
            Self::Monthly => 0,
            Self::Yearly => 1,
        }
    }
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_and_cycles_are_ordered_by_number() {
        assert_eq!(Plan::of_number("3"), Ok(Plan::Expert));
        assert_eq!(Cycle::of_number("4"), Ok(Cycle::Yearly));
        for bad in ["0", "4", "", "01", "start"] {
            assert_eq!(Plan::of_number(bad).unwrap_err().outcome, Outcome::PlanUnknown, "{bad}");
        }
        for bad in ["2", "", "monthly"] {
            assert_eq!(Cycle::of_number(bad).unwrap_err().outcome, Outcome::CycleUnknown, "{bad}");
        }
    }
}
