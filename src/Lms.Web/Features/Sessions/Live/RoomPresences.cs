using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Who was in a room and when, as the beats of their devices say. Used by the one writer of beats
/// alone.
/// </summary>
internal sealed class RoomPresences
{
    /// <summary>
    /// Beats further apart are not one presence: a device that comes back after an hour was not there
    /// for an hour.
    /// </summary>
    private const long Apart = 25_000;

    private const int MostKept = 20;

    private readonly Dictionary<PersonId, List<LivePresence>> rows = [];
    private readonly Dictionary<(PersonId, Guid), LivePresence> ofDevice = [];
    private readonly HashSet<LivePresence> hidden = [];

    public RoomPresences(IEnumerable<LivePresence> known)
    {
        foreach (var row in known)
        {
            RowsOf(row.PersonId).Add(row);
            if (!row.IsKept)
            {
                ofDevice[(row.PersonId, row.Id.Value)] = row;
            }
        }
    }

    public AttendanceFacts FactsOf(PersonId person) =>
        new()
        {
            Presences = [.. RowsOf(person).Where(row => !row.IsKept).Select(Span)],
            Kept = [.. RowsOf(person).Where(row => row.IsKept).Select(Span)],
        };

    /// <summary>Whether the id of a beat is that of a presence of the same person here.</summary>
    public bool Knows(Beat beat) => ofDevice.ContainsKey((beat.Person, beat.Presence));

    /// <summary>Takes a beat; what it changed can be taken back when it could not be written.</summary>
    /// <param name="isTaken">The device's id is another presence's already: the row goes by one of ours.</param>
    public BeatRow Take(LiveSessionId session, Beat beat, bool isTaken, Func<Guid> newId)
    {
        var key = (beat.Person, beat.Presence);
        if (ofDevice.TryGetValue(key, out var row) && beat.At - row.LastBeat <= Apart)
        {
            var (last, background) = (row.LastBeat, row.Background);
            row.Background += hidden.Contains(row) ? Math.Max(0, beat.At - last) : 0;
            row.LastBeat = Math.Max(last, beat.At);
            Hide(row, beat.IsHidden);
            return new(row, false, () => (row.LastBeat, row.Background) = (last, background));
        }

        var fresh = new LivePresence
        {
            Id = new(row is null && !isTaken ? beat.Presence : newId()),
            SessionId = session,
            PersonId = beat.Person,
            From = beat.At,
            LastBeat = beat.At,
        };
        ofDevice[key] = fresh;
        RowsOf(beat.Person).Add(fresh);
        Hide(fresh, beat.IsHidden);
        return new(
            fresh,
            true,
            () =>
            {
                RowsOf(beat.Person).Remove(fresh);
                ofDevice.Remove(key);
                if (row is not null)
                {
                    ofDevice[key] = row;
                }
            }
        );
    }

    /// <summary>
    /// Beats that the device kept while the server was down. Others are not: a forged list makes no
    /// minutes, and no rows.
    /// </summary>
    public IEnumerable<BeatRow> Keep(
        LiveSessionId session,
        Beat beat,
        IReadOnlyList<Span> downtimes,
        Func<Guid> newId
    )
    {
        foreach (var kept in beat.Kept)
        {
            var span = new Span(kept.FirstBeat, kept.LastBeat + Attendance.BeatHolds);
            var own = RowsOf(beat.Person);
            if (
                kept.FirstBeat < 0
                || kept.LastBeat < kept.FirstBeat
                || kept.LastBeat > beat.At
                || Spans.Both([span], downtimes).Count == 0
                || own.Count(row => row.IsKept) >= MostKept
                || own.Exists(row => row.IsKept && Span(row) == kept)
            )
            {
                continue;
            }

            var row = new LivePresence
            {
                Id = new(newId()),
                SessionId = session,
                PersonId = beat.Person,
                From = kept.FirstBeat,
                LastBeat = kept.LastBeat,
                IsKept = true,
            };
            own.Add(row);
            yield return new(row, true, () => own.Remove(row));
        }
    }

    private void Hide(LivePresence row, bool isHidden)
    {
        if (isHidden)
        {
            hidden.Add(row);
        }
        else
        {
            hidden.Remove(row);
        }
    }

    private List<LivePresence> RowsOf(PersonId person)
    {
        if (!rows.TryGetValue(person, out var own))
        {
            rows[person] = own = [];
        }

        return own;
    }

    private static Presence Span(LivePresence row) => new(row.From, row.LastBeat);
}

/// <summary>What a device says of itself each ten seconds.</summary>
/// <param name="Presence">Id of this connection's presence, made by the device.</param>
/// <param name="At">When the server heard it.</param>
internal sealed record Beat(
    PersonId Person,
    Guid Presence,
    bool IsHidden,
    IReadOnlyList<Presence> Kept,
    long At
);

/// <summary>A row that a beat made or moved.</summary>
internal sealed record BeatRow(LivePresence Row, bool IsNew, Action Undo);
