using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Lms.Domain.Live;
using Lms.Web.Content.Pack;
using Calendar = Ical.Net.Calendar;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>What a calendar says of a session: never its title or its place, because phones are watched.</summary>
public sealed record CalendarEntry(
    LiveSessionId Id,
    DateTimeOffset StartsAt,
    int Minutes,
    SessionForm Form,
    int Sequence,
    bool IsCancelled
)
{
    /// <summary>Null while the session has no date.</summary>
    public static CalendarEntry? Of(LiveSession session) =>
        session.StartsAt is { } starts
            ? new(
                session.Id,
                starts,
                session.Minutes,
                session.Form,
                session.Sequence,
                session.State == SessionState.Cancelled
            )
            : null;
}

/// <summary>
/// Sessions as iCalendar objects (RFC 5545): one UID for a session, whatever becomes of it, and times of
/// the organisation's clock with the rules of its zone beside them.
/// </summary>
public sealed class SessionCalendar(OrganisationPack pack, SiteName site, LmsSettings settings)
{
    public const string Request = "REQUEST";
    public const string Cancel = "CANCEL";

    private const string Product = "-//Lms//Sessions//UK";

    private readonly Texts texts = Texts.In(pack.Languages[0]);

    /// <summary>For one letter (RFC 5546, 3.2): <see cref="Request"/> or <see cref="Cancel"/>.</summary>
    public string Invitation(
        CalendarEntry entry,
        string method,
        string attendee,
        DateTimeOffset now
    )
    {
        var calendar = Around(entry.StartsAt, method);
        var said = Event(entry, now);
        said.Status = method == Cancel ? EventStatus.Cancelled : EventStatus.Confirmed;
        said.Organizer = new Organizer($"mailto:{Sender}") { CommonName = site.In(texts) };
        said.Attendees.Add(
            new Attendee($"mailto:{attendee}")
            {
                ParticipationStatus = EventParticipationStatus.Accepted,
                Role = ParticipationRole.RequiredParticipant,
                Rsvp = false,
            }
        );
        calendar.Events.Add(said);
        return Written(calendar);
    }

    /// <summary>For a file or a feed; the same for the same entries, whenever it is asked for.</summary>
    public string Published(IReadOnlyList<CalendarEntry> entries)
    {
        var calendar = Around(entries.Min(entry => (DateTimeOffset?)entry.StartsAt), "PUBLISH");
        foreach (var entry in entries)
        {
            // When the session was moved is not kept; that one edition is later than the other is.
            var said = Event(entry, DateTimeOffset.UnixEpoch.AddSeconds(entry.Sequence));
            said.Status = entry.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed;
            calendar.Events.Add(said);
        }

        return Written(calendar);
    }

    public static string Uid(LiveSessionId id) => id.Value.ToString();

    private string Sender => MimeKit.MailboxAddress.Parse(settings.Mail.From).Address;

    private Calendar Around(DateTimeOffset? first, string method)
    {
        var calendar = new Calendar { Method = method, ProductId = Product };
        if (first is { } earliest && IsNamed)
        {
            calendar.AddTimeZone(
                VTimeZone.FromDateTimeZone(
                    pack.TimeZone.Id,
                    earliest.UtcDateTime.AddYears(-1),
                    includeHistoricalData: false
                )
            );
        }

        return calendar;
    }

    // A zone that the rules do not know is told in UTC: right, though a series would not keep its hour.
    private bool IsNamed { get; } =
        pack.TimeZone.Id != TimeZoneInfo.Utc.Id
        && NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(pack.TimeZone.Id) is not null;

    private CalendarEvent Event(CalendarEntry entry, DateTimeOffset stamp) =>
        new()
        {
            Uid = Uid(entry.Id),
            Sequence = entry.Sequence,
            Summary = texts.Fill(
                "shared.meeting.calendar",
                site.In(texts),
                texts[entry.Form.KindWords()]
            ),
            DtStamp = new CalDateTime(stamp.UtcDateTime),
            Start = At(entry.StartsAt),
            End = At(entry.StartsAt.AddMinutes(entry.Minutes)),
            Url = new Uri(
                settings.Site.Uri,
                string.Create(CultureInfo.InvariantCulture, $"/sessions/{entry.Id.Value}")
            ),
        };

    private CalDateTime At(DateTimeOffset instant) =>
        IsNamed
            ? new CalDateTime(
                DateTime.SpecifyKind(
                    WallClock.At(instant, pack.TimeZone),
                    DateTimeKind.Unspecified
                ),
                pack.TimeZone.Id
            )
            : new CalDateTime(instant.UtcDateTime);

    private static string Written(Calendar calendar) =>
        new CalendarSerializer().SerializeToString(calendar)
        ?? throw new InvalidOperationException();
}
