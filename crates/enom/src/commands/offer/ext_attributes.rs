//! `GetExtAttributes`: what registrants of a TLD have to tell beside what all tell. A TLD that is not offered is refused.

use engine::Field;
use engine::model::DomainName;
use engine::ops::zone::Info;

use crate::answer::{Ended, Reply};
use crate::attributes::{Attribute, asked};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("TLD", Field::Zone, DomainName::parse);
    let name = params.finish(name)?;
    let done = call.glance(Info { name })?;
    Ok(Reply::of(done, |offer| {
        let asked = asked(&offer.zone);
        let listed =
            asked.iter().zip(1..).fold(Fields::new(), |fields, (one, id)| attribute(fields, one, id));
        let fields = Fields::new().group("Attributes", listed);
        fields.text("AttributeCount", asked.len().to_string())
    }))
}

fn attribute(fields: Fields, attribute: &Attribute, id: usize) -> Fields {
    let is_free = attribute.choices.is_empty();
    let cells = [
        ("ID", id.to_string()),
        ("Name", attribute.name.clone()),
        ("Title", attribute.title.to_owned()),
        ("Application", OF_REGISTRANT.to_owned()),
        ("UserDefined", flag(is_free)),
        ("Required", attribute.need.number().to_owned()),
        ("Description", attribute.description.to_owned()),
        ("IsChild", flag(attribute.need.is_of_another())),
    ];
    let inner = cells.iter().fold(Fields::new(), |inner, (name, value)| inner.xml(*name, value.clone()));
    let fields = fields.xml_group("Attribute", inner.xml_group("Options", options(attribute, id)));
    let numbered = |fields: Fields, (name, value)| fields.text(format!("{name}{id}"), value);
    let fields = cells.into_iter().fold(fields, numbered);
    let choices = attribute.choices.iter().zip(1..);
    choices.fold(fields, |fields, (choice, place)| {
        fields
            .text(format!("OptionValue{id}_{place}"), choice.value)
            .text(format!("OptionTitle{id}_{place}"), choice.title)
    })
}

fn options(attribute: &Attribute, id: usize) -> Fields {
    attribute.choices.iter().zip(1..).fold(Fields::new(), |fields, (choice, place)| {
        let option = Fields::new()
            .xml("ID", (id * OPTION_NUMBERS + place).to_string())
            .xml("Value", choice.value)
            .xml("Title", choice.title)
            .xml("Description", choice.title);
        fields.xml_group("Option", option)
    })
}

fn flag(is_so: bool) -> String {
    u8::from(is_so).to_string()
}

/// The number of whom an attribute is about.
const OF_REGISTRANT: &str = "2";
/// How many options an attribute can have; their numbers are those of the attribute, and of the option within it.
const OPTION_NUMBERS: usize = 100;
