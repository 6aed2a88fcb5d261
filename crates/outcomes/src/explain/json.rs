//! An explanation for programs.

use serde_json::{Map, Value, json};

use super::explanation::{Candidate, Explanation, Reading, Saying};

impl Explanation {
    /// The explanation as a JSON object: `readings`, each with its `outcomes`, and `left_out`.
    pub fn to_json(&self) -> Value {
        json!({
            "readings": self.readings.iter().map(reading).collect::<Vec<_>>(),
            "left_out": self.left_out,
        })
    }
}

fn reading(reading: &Reading) -> Value {
    json!({
        "protocol": reading.protocol,
        "code": reading.code,
        "message": reading.message,
        "meaning": reading.meaning,
        "said": reading.said,
        "exact": reading.is_exact(),
        "retry": reading.retry.map(crate::Retry::name),
        "remedy": reading.remedy,
        "outcomes": reading.outcomes.iter().map(candidate).collect::<Vec<_>>(),
    })
}

fn candidate(candidate: &Candidate) -> Value {
    let outcome = candidate.outcome;
    let parameters: Map<String, Value> =
        candidate.parameters.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    json!({
        "outcome": outcome.name(),
        "certainty": candidate.certainty.name(),
        "class": outcome.class().name(),
        "text": outcome.text(),
        "parameters": parameters,
        "meaning": outcome.meaning(),
        "cause": outcome.cause(),
        "retry": outcome.retry().name(),
        "remedy": outcome.remedy(),
        "sayings": candidate.sayings.iter().map(saying).collect::<Vec<_>>(),
    })
}

fn saying(saying: &Saying) -> Value {
    json!({
        "protocol": saying.protocol,
        "code": saying.code,
        "message": saying.message,
        "operation": saying.operation.map(crate::Operation::name),
        "field": saying.field.map(crate::Field::name),
    })
}
