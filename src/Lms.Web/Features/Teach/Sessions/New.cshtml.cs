using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Features.Teach.Sessions;

/// <summary>Plans a session, a series, or a rehearsal of a session that is planned already.</summary>
[Authorize(Policy = nameof(AccessRole.Trainer))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(
    TaughtCourses taught,
    SessionsOf sessions,
    WhoLeads who,
    PlanSession plan,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : EntryPage(taught, courses, who, pack, time)
{
    private readonly TaughtCourses taught = taught;
    private readonly WhoLeads who = who;
    private readonly TimeProvider time = time;

    /// <summary>Named by the form: sent twice, it is planned once.</summary>
    [BindProperty]
    public Guid Operation { get; set; }

    /// <summary>The session that is tried out; null for one of its own.</summary>
    public SessionSeen? Rehearsed { get; private set; }

    protected override LiveSession? Planned => Rehearsed?.Session;

    public override bool IsRehearsal => Rehearsed is not null;

    public override string DateHint =>
        IsRehearsal ? "teach.session.on.rehearsal" : "teach.session.on.hint";

    public async Task<IActionResult> OnGetAsync(Guid? rehearsal)
    {
        if (taught.Actor is not { } actor || !await FindAsync(rehearsal, actor))
        {
            return NotFound();
        }

        Operation = time.NewId();
        Entry = SessionEntry.New(Pack);
        if (Rehearsed is { } seen)
        {
            var session = seen.Session;
            Entry = SessionEntry.Of(
                session,
                (await who.OfAsync([session.Id]))[session.Id]
                    .Where(one => one.Person != actor.Person),
                Pack
            );
            Entry.Title = HttpContext.Texts().Fill("teach.session.rehearsal.title", session.Title);
            (Entry.On, Entry.At, Entry.What) = ("", "", WhatOf(session));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? rehearsal)
    {
        if (taught.Actor is not { } actor || !await FindAsync(rehearsal, actor))
        {
            return NotFound();
        }

        var planned = Read(was: null);
        var repetition = Entry.Repeated(planned?.StartsAt, Faults);
        if (Operation == Guid.Empty)
        {
            Faults.Add(new("title", "teach.session.fault.operation"));
            Operation = time.NewId();
            ModelState.Clear();
        }

        if (planned is null || repetition is null || Faults.Count > 0)
        {
            return Refused();
        }

        // What is tried out may be what no form can name.
        if (Rehearsed is { } tried && Entry.What == SessionEntry.Gone)
        {
            planned = planned.StillOf(tried.Session);
        }

        var id = await plan.RunAsync(
            planned with
            {
                RehearsalOf = Rehearsed?.Session.Id,
            },
            repetition,
            new(Operation),
            actor
        );
        TempData["Told"] = HttpContext.Texts()["teach.session.planned"];
        return LocalRedirect($"/teach/sessions/{id.Value}");
    }

    private async Task<bool> FindAsync(Guid? rehearsal, Actor actor)
    {
        Rehearsed = rehearsal is { } id ? await sessions.FindAsync(new(id), actor.Person) : null;
        await ReadChoicesAsync(await CourseAsync(), [actor.Person]);
        return rehearsal is null
            || Rehearsed
                is { Leads: RoomRole.Trainer or RoomRole.CoTrainer, Session.RehearsalOf: null };
    }

    // Who may be a co-trainer depends on the course that is chosen.
    private async Task<CourseId?> CourseAsync()
    {
        if (Rehearsed is { } seen)
        {
            return seen.Session.CourseId;
        }

        var slug = Entry.What?.Split('/')[0];
        return string.IsNullOrEmpty(slug) ? null : (await taught.FindAsync(slug))?.Id;
    }
}
