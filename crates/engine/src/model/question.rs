//! The question by which the holder of an account is known, when the password is not.

use super::{SealedSecret, Secret};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// The mother's name before she married.
    MaidenName,
    /// The city of birth.
    BirthCity,
    /// The end of the number by which a state knows its people.
    SocialNumber,
    /// The school.
    HighSchool,
    /// The teacher that is remembered best.
    Teacher,
    /// Where holidays are spent best.
    VacationSpot,
    /// An animal.
    Pet,
    /// A film.
    Movie,
    /// A book.
    Book,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::MaidenName,
        Self::BirthCity,
        Self::SocialNumber,
        Self::HighSchool,
        Self::Teacher,
        Self::VacationSpot,
        Self::Pet,
        Self::Movie,
        Self::Book,
    ];

    /// The name under which it is kept.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MaidenName => "maiden_name",
            Self::BirthCity => "birth_city",
            Self::SocialNumber => "social_number",
            Self::HighSchool => "high_school",
            Self::Teacher => "teacher",
            Self::VacationSpot => "vacation_spot",
            Self::Pet => "pet",
            Self::Movie => "movie",
            Self::Book => "book",
        }
    }

    /// The one of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.name() == name)
    }
}

/// A question of an account, with the answer as it lies in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedQuestion {
    /// What is asked.
    pub question: Question,
    /// The answer, encrypted: accounts above are told it.
    pub answer: SealedSecret,
}

/// Whether an answer is the one that was agreed on. People do not write it twice the same.
pub fn is_same_answer(given: &Secret, agreed: &Secret) -> bool {
    let plain = |answer: &Secret| Secret::new(answer.expose().trim().to_lowercase());
    plain(given) == plain(agreed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_the_same_in_any_case() {
        let same = |given: &str| is_same_answer(&Secret::new(given), &Secret::new("Smith"));
        assert!(same(" smITH ") && !same("Smyth") && !same(""));
    }

    #[test]
    fn every_question_is_found_by_its_name() {
        for question in Question::ALL {
            assert_eq!(Question::parse(question.name()), Some(question));
        }
        assert_eq!(Question::parse("none"), None);
    }
}
