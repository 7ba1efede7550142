using System.Net;
using Lms.Domain.Live;
using Lms.Web.Features.Attendances.CheckIns;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Attendances;

public sealed class CheckInTests
{
    [Fact]
    public async Task A_code_is_worth_something_for_its_half_minute_and_the_next()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var codes = host.Services.GetRequiredService<CheckInCodes>();
        var (session, other) = (
            new LiveSessionId(Guid.CreateVersion7()),
            new LiveSessionId(Guid.CreateVersion7())
        );
        var code = codes.Now(session);

        Assert.Equal(CheckInMeans.QrCode, codes.Read(session, code.Link));
        Assert.Equal(
            CheckInMeans.ShortCode,
            codes.Read(session, $"{code.Short[..3]} {code.Short[3..]}")
        );
        Assert.Null(codes.Read(other, code.Link));
        Assert.Null(codes.Read(session, null));
        host.Clock.Forward(TimeSpan.FromSeconds(30));
        Assert.Equal(CheckInMeans.QrCode, codes.Read(session, code.Link));
        Assert.NotEqual(code.Link, codes.Now(session).Link);
        host.Clock.Forward(TimeSpan.FromSeconds(30));
        Assert.Null(codes.Read(session, code.Link));
    }

    [Fact]
    public async Task A_person_with_a_seat_gives_the_code_and_guessing_is_slowed_down()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await RunningAsync(host);
        var client = await host.SignedInAsync("specialist");
        var address = $"/sessions/{held.Id.Value}/checkin";
        var code = host.Services.GetRequiredService<CheckInCodes>().Now(held.Id);

        using var wrong = await client.SubmitAsync(address, "form[action*='Code']", ("code", "no"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await client.SubmitAsync(
            $"{address}?c={code.Link}",
            "form[action*='Code']"
        );
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        await using (var db = host.Look())
        {
            var seen = await db.CheckIns.SingleAsync();
            Assert.Equal((CheckInMeans.QrCode, null), (seen.Means, seen.By));
        }

        var guesser = await host.SignedInAsync("specialist2");
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 6; guess++)
        {
            using var answer = await guesser.SubmitAsync(
                address,
                "form[action*='Code']",
                ("code", $"{guess:D6}")
            );
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task The_trainer_shows_the_code_and_ticks_the_list()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await RunningAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        var address = $"/sessions/{held.Id.Value}/checkin";
        var page = await trainer.OpenAsync(address);
        Assert.NotNull(page.QuerySelector("#qr-path"));
        Assert.Equal(2, page.QuerySelectorAll("input[name=people]").Length);
        using var next = await trainer.GetAsync($"/api/v1/sessions/{held.Id.Value}/checkin");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        using var foreign = await (await host.SignedInAsync("specialist")).GetAsync(
            $"/api/v1/sessions/{held.Id.Value}/checkin"
        );
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);

        var listed = await host.PersonAsync("specialist2");
        using var ticked = await trainer.SubmitAsync(
            address,
            "form[action*='List']",
            ("people", $"{listed.Value}"),
            ("people", $"{Guid.CreateVersion7()}")
        );
        Assert.Equal(HttpStatusCode.Redirect, ticked.StatusCode);
        await using var db = host.Look();
        var seen = await db.CheckIns.SingleAsync();
        Assert.Equal((listed, CheckInMeans.List), (seen.PersonId, seen.Means));
        Assert.NotNull(seen.By);
    }

    private static async Task<HeldSession> RunningAsync(LmsHost host)
    {
        var held = (await HeldSession.PlannedAsync(host, form: SessionForm.Mixed)).Lives(0);
        held.Seated(await host.PersonAsync("specialist"));
        held.Seated(await host.PersonAsync("specialist2"));
        return await held.RunsAsync();
    }
}
