//! Reset, snapshots, forks.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::input::{Json, Named};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shelf::check_name;
use super::shown::time;
use crate::keep::World;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::post("/sandbox/reset", reset)
            .says("Make everything as at the first start; snapshots stay", "What time it is now"),
        Route::get("/sandbox/snapshots", list).says("The snapshots", "Their names, and the time in each"),
        Route::put("/sandbox/snapshots/{name}", keep)
            .makes()
            .says("Keep everything as it is now under a name", "The snapshot"),
        Route::delete("/sandbox/snapshots/{name}", remove).says("Throw a snapshot away", "Its name"),
        Route::post("/sandbox/snapshots/{name}/restore", restore)
            .says("Bring everything back as it was, the clock too", "What time it is now"),
        Route::post("/sandbox/snapshots/{name}/fork", fork)
            .takes(&[
                ("as", "string", "Keep a copy under this name"),
                (
                    "serve",
                    "boolean",
                    "Whether to start a server of its own on a copy; true unless said otherwise",
                ),
            ])
            .makes()
            .says(
                "Copy a snapshot, and start a second server on it",
                "The copy's name, and the ready file of the server",
            ),
    ]
}

async fn reset(State(control): State<Control>) -> Answer {
    control.reset().await?;
    Ok(Reply::ok(json!({"now": time(control.now())})))
}

async fn list(State(control): State<Control>) -> Answer {
    let all = control.shelf().all();
    Ok(Reply::ok(all.iter().map(|(name, world)| shown(name, world)).collect()))
}

async fn keep(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    check_name(&name)?;
    let world = control.world().await?;
    let shown = shown(&name, &world);
    control.shelf().put(&name, world)?;
    Ok(Reply::created(shown))
}

async fn remove(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    control.shelf().remove(&name)?;
    Ok(Reply::ok(json!({"name": name})))
}

async fn restore(State(control): State<Control>, Named(name): Named<String>) -> Answer {
    let world = control.shelf().find(&name)?;
    control.bring_back(&world).await?;
    Ok(Reply::ok(json!({"name": name, "now": time(control.now())})))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Fork {
    r#as: Option<String>,
    serve: Option<bool>,
}

async fn fork(State(control): State<Control>, Named(name): Named<String>, Json(fork): Json<Fork>) -> Answer {
    let world = control.shelf().find(&name)?;
    let forks = control.parts().forks.as_ref();
    if fork.serve == Some(true) && forks.is_none() {
        let message = "this server starts no other; leave `serve` out to have a copy under another name";
        return Err(Problem::not_offered("fork_not_offered", message));
    }
    if fork.r#as.is_none() && (forks.is_none() || fork.serve == Some(false)) {
        return Err(Problem::malformed(
            "body_malformed",
            "say under which name to keep the copy: {\"as\": \"name\"}",
        ));
    }
    let mut answer = json!({"name": fork.r#as, "from": name});
    if let Some(forks) = forks.filter(|_| fork.serve != Some(false)) {
        let started = forks.fork(world.clone()).await;
        answer["server"] = started.map_err(|fault| Problem::conflict("fork_refused", fault.message))?;
    }
    if let Some(copy) = &fork.r#as {
        control.shelf().put(copy, world)?;
    }
    Ok(Reply::created(answer))
}

fn shown(name: &str, world: &World) -> Value {
    json!({"name": name, "now": time(world.taken_at)})
}
