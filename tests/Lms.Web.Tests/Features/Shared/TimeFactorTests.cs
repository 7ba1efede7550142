using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>A person's time factor holds everywhere and at once.</summary>
public sealed class TimeFactorTests
{
    private static readonly QuizRules TwentyMinutes = new() { Time = TimeSpan.FromMinutes(20) };

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_running_attempt_gets_the_deadline_of_the_new_factor(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(TwentyMinutes));
        await sitting.StartAsync();

        foreach (
            var factor in new[]
            {
                TimeFactor.Half,
                TimeFactor.Untimed,
                TimeFactor.Quarter,
                TimeFactor.Standard,
            }
        )
        {
            host.Clock.Forward(TimeSpan.FromMinutes(1));
            Assert.True(await SetAsync(host, sitting, factor));
            var attempt = await sitting.AttemptAsync();
            // The deadline is a function of facts: it can be computed anew at any time.
            Assert.Equal(attempt.OpenedAt + factor.Of(attempt.Rules.Time), attempt.DeadlineAt);
        }

        await using var db = host.Look();
        Assert.Equal(4, await db.TimeAllowances.CountAsync());
        var entries = await db
            .Audit.Where(entry => entry.Action == AuditAction.TimeFactorSet)
            .ToListAsync();
        Assert.Equal(4, entries.Count);
        Assert.All(entries, entry => Assert.Equal(sitting.Person, entry.Subject));
        Assert.All(entries, entry => Assert.Empty(entry.Detail));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_attempt_opened_later_has_the_time_of_the_factor(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(TwentyMinutes));
        Assert.True(await SetAsync(host, sitting, TimeFactor.Half));

        var attempt = await sitting.StartAsync();

        Assert.Equal(attempt.OpenedAt.AddMinutes(30), attempt.DeadlineAt);
    }

    [Fact]
    public async Task An_attempt_whose_time_is_over_stays_over_though_nobody_has_closed_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(TwentyMinutes));
        var attempt = await sitting.StartAsync();
        host.Clock.Forward(TimeSpan.FromMinutes(20));

        Assert.True(await SetAsync(host, sitting, TimeFactor.Half));

        Assert.Equal(attempt.DeadlineAt, (await sitting.AttemptAsync()).DeadlineAt);
    }

    [Fact]
    public async Task The_same_factor_again_is_no_new_fact_and_a_stranger_gets_none()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(TwentyMinutes));
        Assert.True(await SetAsync(host, sitting, TimeFactor.Half));
        Assert.True(await SetAsync(host, sitting, TimeFactor.Half));
        await using var scope = host.Services.CreateAsyncScope();
        Assert.False(
            await scope
                .ServiceProvider.GetRequiredService<SetTimeFactor>()
                .RunAsync(
                    new(Guid.CreateVersion7()),
                    TimeFactor.Half,
                    await Trainer.ActorAsync(host)
                )
        );

        await using var db = host.Look();
        Assert.Equal(1, await db.TimeAllowances.CountAsync());
    }

    private static async Task<bool> SetAsync(LmsHost host, Sitting sitting, TimeFactor factor)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<SetTimeFactor>()
            .RunAsync(sitting.Person, factor, await Trainer.ActorAsync(host));
    }
}
