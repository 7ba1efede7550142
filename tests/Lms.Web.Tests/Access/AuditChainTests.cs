using CsCheck;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Access;

/// <summary>The log cannot be changed behind anybody's back.</summary>
public sealed class AuditChainTests
{
    private static readonly Gen<(int Length, int Old, int At, int Other, int Kind)> Tamperings =
        Gen.Select(Gen.Int[2, 30], Gen.Int[0, 5], Gen.Int[0, 29], Gen.Int[0, 29], Gen.Int[0, 8]);

    [Fact]
    public void Any_row_changed_removed_put_between_or_swapped_is_found() =>
        Tamperings.Sample(one =>
        {
            var (length, old, at, other, kind) = one;
            var log = Log(length, old);
            Assert.Null(AuditChain.FirstBroken(log));
            // The last one alone can be cut off unseen: nothing follows it yet.
            var place = old + at % (kind == 0 ? length - 1 : length);
            Tamper(log, kind, place, old + other % length);
            Assert.NotNull(AuditChain.FirstBroken(log));
        });

    [Fact]
    public void Rows_from_before_the_chain_are_accepted_and_none_after_it()
    {
        var log = Log(5, 3);
        Assert.Null(AuditChain.FirstBroken(log));
        Assert.Null(AuditChain.FirstBroken(log.Take(3)));
        var late = Entry(99);
        log.Add(late);
        Assert.Same(late, AuditChain.FirstBroken(log));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Twenty_writers_at_once_never_fork_the_chain(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var contexts = host.Services.GetRequiredService<LmsDatabase>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async number =>
                {
                    await using var db = contexts.Open(Viewer.System("a test writes"));
                    db.Audit.Add(Entry(number));
                    if (number % 2 == 0)
                    {
                        await db.SaveChangesAsync();
                        return;
                    }

                    db.ChangeTracker.Clear();
                    await db.WriteAsync(async () =>
                    {
                        db.Audit.Add(Entry(number));
                        await db.SaveChangesAsync();
                    });
                })
        );

        await using var look = host.Look();
        Assert.Equal(
            20,
            await look.Audit.CountAsync(one => EF.Functions.Like(one.Detail, "no. %"))
        );
        var check = await AuditChain.CheckAsync(look, null, CancellationToken.None);
        Assert.Null(check.Broken);
        Assert.Equal(await look.Audit.LongCountAsync(), check.Chained);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_row_changed_in_the_database_is_named(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await using var db = host.Look();
        for (var number = 0; number < 5; number++)
        {
            db.Audit.Add(Entry(number));
            await db.SaveChangesAsync();
        }

        await db
            .Audit.Where(one => one.Detail == "no. 2")
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Detail, "no. 7"));
        db.ChangeTracker.Clear();

        var check = await AuditChain.CheckAsync(db, null, CancellationToken.None);
        Assert.Equal("no. 7", check.Broken!.Detail);
        Assert.Equal("no. 1", check.Last!.Detail);
    }

    private static void Tamper(List<AuditEntry> log, int kind, int at, int other)
    {
        var entry = log[at];
        switch (kind)
        {
            case 0:
                log.RemoveAt(at);
                break;
            case 1:
                log.Insert(
                    at,
                    Copy(log[other == at ? (at == log.Count - 1 ? at - 1 : at + 1) : other])
                );
                break;
            case 2:
                var next = at == log.Count - 1 ? at - 1 : at + 1;
                (log[at], log[next]) = (log[next], log[at]);
                break;
            case 3:
                log[at] = Copy(entry, detail: entry.Detail + " ");
                break;
            case 4:
                log[at] = Copy(entry, at: entry.At.AddMilliseconds(1));
                break;
            case 5:
                log[at] = Copy(entry, action: AuditAction.PeopleListed);
                break;
            case 6:
                log[at] = Copy(entry, actor: new AccountId(Guid.CreateVersion7()));
                break;
            case 7:
                // The forger makes a hash that fits the changed row: the next one does not follow it.
                var forged = Copy(entry, detail: "forged");
                forged.PreviousHash = entry.PreviousHash;
                forged.Hash = AuditChain.HashOf(forged, AuditChain.Beginning + "x");
                log[at] = forged;
                break;
            default:
                entry.Hash = null;
                entry.PreviousHash = null;
                if (at == log.Count - 1 || log[at + 1].Hash is null)
                {
                    log[at] = Copy(entry, detail: "x");
                    log[at].Hash = new string('1', 64);
                }

                break;
        }
    }

    private static List<AuditEntry> Log(int chained, int old)
    {
        var before = Enumerable.Range(0, old).Select(Entry);
        var after = Enumerable.Range(old, chained).Select(Entry).ToList();
        AuditChain.Tie(after, null);
        return [.. before, .. after];
    }

    private static AuditEntry Entry(int number) =>
        new()
        {
            At = LmsHost.Start.AddSeconds(number),
            Action = AuditAction.SignedIn,
            Detail = $"no. {number}",
        };

    private static AuditEntry Copy(
        AuditEntry entry,
        string? detail = null,
        DateTimeOffset? at = null,
        AuditAction? action = null,
        AccountId? actor = null
    ) =>
        new()
        {
            At = at ?? entry.At,
            Action = action ?? entry.Action,
            Actor = actor ?? entry.Actor,
            Detail = detail ?? entry.Detail,
            PreviousHash = entry.PreviousHash,
            Hash = entry.Hash,
        };
}
