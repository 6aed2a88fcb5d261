//! The API's description of itself: the index for people, the OpenAPI document for programs.

use axum::extract::State;
use serde_json::{Map, Value, json};

use super::reply::{Answer, Reply};
use super::route::{Field, Route};
use super::{Control, routes as every_route, shown::time};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox", index).says("What there is", "What time it is here, and every path"),
        Route::get("/sandbox/openapi.json", document).says("This API as an OpenAPI document", "The document"),
    ]
}

async fn index(State(control): State<Control>) -> Answer {
    let line = |route: &Route| format!("{:<7}{:<44} {}", route.method, route.path, route.summary);
    Ok(Reply::ok(json!({
        "sandbox": "nothing here is real: move the clock, order faults, look behind the scenes",
        "now": time(control.now()),
        "openapi": "/sandbox/openapi.json",
        "paths": every_route().iter().map(line).collect::<Vec<_>>(),
    })))
}

async fn document() -> Answer {
    Ok(Reply::ok(description(&every_route())))
}

/// The OpenAPI document of some routes.
pub(super) fn description(routes: &[Route]) -> Value {
    let mut paths = Map::new();
    for route in routes {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.to_ascii_lowercase()] = operation(route);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Chancery sandbox control",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Moves the clock, orders faults, keeps and brings back whole worlds, and looks behind the \
                            scenes. Sandbox only.",
        },
        "paths": paths,
        "components": {"schemas": {"Problem": problem()}},
    })
}

fn operation(route: &Route) -> Value {
    let status = if route.makes { "201" } else { "200" };
    let content = json!({"application/json": {"schema": {"type": ["object", "array"]}}});
    let failure = json!({"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}});
    let mut operation = json!({
        "summary": route.summary,
        "operationId": operation_id(route),
        "parameters": parameters(route),
        "responses": {
            status: {"description": route.answer, "content": content},
            "default": {"description": "Why it was not done", "content": failure},
        },
    });
    if let Some(fields) = route.body {
        operation["requestBody"] = json!({"content": {"application/json": {"schema": object(fields)}}});
    }
    operation
}

/// `postSandboxAccountsIdDeposit`.
fn operation_id(route: &Route) -> String {
    let words = route.path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    words.fold(route.method.to_ascii_lowercase(), |id, word| id + &capital(word))
}

fn parameters(route: &Route) -> Vec<Value> {
    let in_path = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let in_path = in_path
        .map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}));
    let in_query = route.query.iter().map(|(name, kind, what)| {
        json!({"name": name, "in": "query", "description": what, "schema": {"type": kind}})
    });
    in_path.chain(in_query).collect()
}

fn object(fields: &[Field]) -> Value {
    let property =
        |(name, kind, what): &Field| ((*name).to_owned(), json!({"type": kinds(kind), "description": what}));
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// `string|null` is a list of types.
fn kinds(kind: &str) -> Value {
    match kind.split('|').collect::<Vec<_>>()[..] {
        [one] => json!(one),
        ref several => json!(several),
    }
}

fn problem() -> Value {
    object(&[
        ("error", "string", "What is wrong, by name"),
        ("message", "string", "What is wrong, where and with which value, as a sentence"),
        ("field", "string", "The field or parameter to blame"),
        ("value", "string", "What it held"),
        ("help", "string", "What to do"),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_describes_every_route_and_no_other() {
        let (routes, document) = (every_route(), description(&every_route()));
        let paths = document["paths"].as_object().unwrap();
        let described: usize = paths.values().map(|path| path.as_object().unwrap().len()).sum();
        assert_eq!(described, routes.len(), "each once");
        let mut ids = std::collections::BTreeSet::new();
        for route in &routes {
            let operation = &paths[route.path][route.method.to_ascii_lowercase()];
            assert!(!route.summary.is_empty() && !route.answer.is_empty(), "{} {}", route.method, route.path);
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{operation}");
            let named = route.path.matches('{').count() + route.query.len();
            assert_eq!(operation["parameters"].as_array().unwrap().len(), named);
            assert_eq!(operation.get("requestBody").is_some(), route.body.is_some());
        }
    }
}
