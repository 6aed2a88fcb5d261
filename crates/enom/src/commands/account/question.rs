//! `GetAccountValidation` and `GetAccountPassword`: the question by which the holder of an account is known, and a new password
//! for whoever answers it.

use engine::Field;
use engine::model::{AccountName, Question, Realm, Secret};
use engine::ops::account::NewSecret;
use engine::ops::subaccount::{FindQuestion, MailPassword, NewLogin, NewQuestion};

use super::login;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, choose, missing};

/// Reads a question with its answer, if one was sent.
pub(super) fn read(params: &mut Params) -> Option<NewQuestion> {
    let question = params.read("AuthQuestionType", Field::Attribute, |text| {
        choose("AuthQuestionType", text, &WORDS.map(|(word, _, question)| (word, question)))
    })?;
    let Some(answer) = params.text("AuthQuestionAnswer") else {
        params.add(missing("AuthQuestionAnswer", Field::Attribute));
        return None;
    };
    Some(NewQuestion { question, answer: Secret::new(answer) })
}

pub(in crate::commands) async fn tell(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("LoginID", Field::Login, login::read);
    let name = params.finish(name)?;
    let account = AccountName::Login(Realm::Enom, name.as_str().to_owned());
    let done = call.query(FindQuestion { account }).await?;
    Ok(Reply::of(done, |agreed| {
        let told = Fields::new()
            .one("AuthQuestionType", title(agreed.question))
            // Whoever answers for the account is to compare it with what a caller says.
            .one("AuthQuestionAnswer", agreed.answer.expose())
            .one("LoginID", name.as_str());
        Fields::new().group("GetAcctValidation", told)
    }))
}

pub(in crate::commands) async fn mail(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("LoginID", Field::Login, login::read);
    let answer = params.need("AuthQuestionAnswer", Field::Attribute, |text| Ok(Secret::new(text)));
    let (name, answer) = params.finish(name.zip(answer))?;
    let password = Secret::generate(call.desk.engine().entropy(), MADE_UP);
    let secret = NewSecret::Hashed(call.desk.hash(password.clone()).await?);
    let login = NewLogin { realm: Realm::Enom, name, secret };
    let done = call.command(MailPassword { login, password, answer }).await?;
    Ok(Reply::of(done, |()| {
        let told =
            Fields::new().one("ResultCode", "1").one("ErrorMessage", "Success").one("GotAccountInfo", "true");
        Fields::new().group("GetSubAcctLogin", told)
    }))
}

fn title(question: Question) -> &'static str {
    WORDS.iter().find(|(_, _, known)| *known == question).map_or("", |(_, title, _)| title)
}

/// Questions: as they are chosen, and as they are told.
const WORDS: [(&str, &str, Question); 9] = [
    ("smaiden", "Mother's Maiden Name", Question::MaidenName),
    ("sbirth", "City of Birth", Question::BirthCity),
    ("ssocial", "Last 4 Digits of SSN", Question::SocialNumber),
    ("shigh", "High School", Question::HighSchool),
    ("fteach", "Favorite Teacher", Question::Teacher),
    ("fvspot", "Favorite Vacation Spot", Question::VacationSpot),
    ("fpet", "Favorite Pet", Question::Pet),
    ("fmovie", "Favorite Movie", Question::Movie),
    ("fbook", "Favorite Book", Question::Book),
];

/// Characters of a password that is made up: 98 bits, and fewer than a password may have.
const MADE_UP: usize = 17;
