using System.Threading.Channels;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Reset;

public sealed record AskedReset(string Name, string Language);

/// <summary>
/// Writes the letter with the link of a reset, apart from the request: what the page answers, and how
/// fast, does not depend on whether there is such an account. What is lost in a crash is asked again.
/// </summary>
public sealed class ResetLetters(
    LmsDatabase database,
    Tickets tickets,
    LmsSettings settings,
    TimeProvider time,
    ILogger<ResetLetters> log
) : BackgroundService
{
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(60);
    private const int MostWaiting = 1000;
    private static readonly Viewer Writes = Viewer.System("letter of a reset");

    private readonly Channel<AskedReset> asked = Channel.CreateBounded<AskedReset>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ask(AskedReset reset) => asked.Writer.TryWrite(reset);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var reset in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(reset);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The letter of a reset could not be written");
            }
        }
    }

    private async Task WriteAsync(AskedReset reset)
    {
        await using var db = database.Open(Writes);
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var account = await db.Accounts.SingleOrDefaultAsync(one =>
                one.NormalizedUserName == reset.Name && one.DeactivatedAt == null
            );
            if (account is not { Email: { } address, PasswordHash: not null })
            {
                return;
            }

            var token = await tickets.MakeAsync(
                db,
                account.Id,
                TicketKind.Reset,
                madeBy: null,
                Validity
            );
            db.OutgoingMail.Add(Letter(address, token, Texts.In(reset.Language)));
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.ResetAsked,
                    Subject = account.PersonId,
                }
            );
            await db.SaveChangesAsync();
        });
    }

    // Neutral: others may see the screen of a phone. The address is the one set, never the request's.
    private OutgoingMail Letter(string to, string token, Texts texts)
    {
        var now = time.Now();
        var id = time.NewId();
        return new()
        {
            Id = new(id),
            Event = $"reset {id}",
            To = to,
            Subject = texts["account.reset.letter.subject"],
            Body = texts.Fill(
                "account.reset.letter.body",
                new Uri(settings.Site.Uri, $"/account/reset/{token}"),
                (int)Validity.TotalMinutes
            ),
            CreatedAt = now,
            NotBefore = now,
        };
    }
}
