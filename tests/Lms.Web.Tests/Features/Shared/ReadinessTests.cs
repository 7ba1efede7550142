using System.Diagnostics;
using System.Net;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Shared;

/// <summary><c>/readyz</c> says soon whether the product can work, and tells few people why not.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public async Task An_old_backup_is_a_warning_that_administrators_see()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var admin = await host.SignedInAsync("admin");
        Assert.Contains("backup:", await admin.GetStringAsync("/readyz"), StringComparison.Ordinal);
        Assert.Equal("ready", await host.Anonymous().GetStringAsync("/readyz"));
        var trainer = await host.SignedInAsync("trainer");
        Assert.Equal("ready", await trainer.GetStringAsync("/readyz"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_and_soon_after_cost_one_write()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var probe = host.Services.GetRequiredService<ReadinessProbe>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => probe.AskAsync()));
        Assert.Single(answers.Distinct(ReferenceEqualityComparer.Instance));
        Assert.Same(answers[0], await probe.AskAsync());
        await Task.Delay(TimeSpan.FromSeconds(3.2));
        Assert.NotSame(answers[0], await probe.AskAsync());
    }

    [Fact]
    public async Task A_database_that_does_not_take_writes_is_told_within_five_seconds()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await using var other = host.Look();
        await using var held = await other.Database.BeginTransactionAsync();
        var start = Stopwatch.StartNew();
        using var answer = await host.Anonymous().GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("not ready", await answer.Content.ReadAsStringAsync());
        Assert.True(start.Elapsed < TimeSpan.FromSeconds(5), $"{start.Elapsed}");
    }
}
