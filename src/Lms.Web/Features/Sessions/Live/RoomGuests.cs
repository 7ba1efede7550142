using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>The connections in a room, and what they are told. Of the room's queue alone.</summary>
internal sealed class RoomGuests
{
    private const int MostConnections = 5;
    private const int PointerEach = 100;

    /// <summary>Seconds between two totals for those who take text alone.</summary>
    private const int TextEach = 10;

    private static readonly RawJson Nowhere = Pointer(null);

    private readonly List<Guest> here = [];
    private readonly RoomTotals totals = new();
    private readonly RoomBook book;
    private readonly RoomClock clock;
    private readonly RoomPace pace;
    private readonly Action<Action> post;
    private readonly Dispatcher dispatcher;
    private long pointedAt;
    private RawJson? pointed;
    private Guest? pointing;
    private int seconds;
    private int? untold;
    private bool isToldLater;
    private long toldAt = long.MinValue / 2;

    public RoomGuests(RoomBook book, RoomClock clock, RoomPace pace, Action<Action> post)
    {
        (this.book, this.clock, this.pace, this.post) = (book, clock, pace, post);
        dispatcher = new(book, Free);
    }

    public bool Has(Guest guest) => here.Contains(guest);

    public bool HasKeeper => here.Exists(guest => book.Keeps(guest.Person));

    public IReadOnlySet<PersonId> People => here.Select(guest => guest.Person).ToHashSet();

    /// <summary>Lets a connection in; of too many of one person the oldest give way.</summary>
    public void Admit(Guest guest)
    {
        var own = here.Where(one => one.Person == guest.Person && one != guest).ToList();
        foreach (var oldest in own.Take(own.Count - MostConnections + 1))
        {
            here.Remove(oldest);
            oldest.Leave("elsewhere");
        }

        if (!here.Contains(guest) && !guest.IsLeaving)
        {
            here.Add(guest);
        }

        guest.Band = guest.Carries;
        guest.HasMissed = false;
        guest.IsNew = true;
        guest.SentUpTo = guest.StuckAt = book.Kept;
    }

    public void Leave(Guest guest) => here.Remove(guest);

    /// <summary>Closes every connection of a person.</summary>
    public void Part(PersonId person, string reason, int? retryAfter)
    {
        foreach (var guest in here.Where(guest => guest.Person == person))
        {
            guest.Leave(reason, retryAfter);
        }
    }

    public void PartAll(string reason) => here.ForEach(guest => guest.Leave(reason));

    /// <summary>Those that said goodbye are not here any more.</summary>
    public void Sweep() => here.RemoveAll(guest => guest.IsLeaving);

    /// <summary>What a connection may read of the lines after a number.</summary>
    public List<LoggedEvent> Seen(Guest guest, long after) =>
        dispatcher.Seen(guest.Person, book.Keeps(guest.Person), after);

    public RawJson Batch(Guest guest, long after) => dispatcher.Batch(Seen(guest, after), after);

    /// <summary>
    /// What was written since <paramref name="before"/>, to all of them: at once, or in a large room with
    /// what is written in the next moment. Whoever said it under their name is told at once in either.
    /// </summary>
    public void Tell(int before, bool isLast)
    {
        untold ??= before;
        var early = toldAt + pace.PauseOf(here.Count).TotalMilliseconds - clock.Now;
        if (isLast || early <= 0)
        {
            TellAll();
            return;
        }

        dispatcher.TellBack(here, before);
        if (!isToldLater)
        {
            isToldLater = true;
            _ = TellLaterAsync(TimeSpan.FromMilliseconds(early));
        }
    }

    public void React(PersonId person, string kind) => totals.React(person, kind, clock.Now);

    /// <summary>Once a second: what passed since the last time, to those who are not busy.</summary>
    public void TellTotals()
    {
        here.FindAll(guest => guest.Band != guest.Carries).ForEach(Carry);
        if (totals.Tell(book.Room, People.Count, clock.Now) is { } told)
        {
            Dispatcher.Tell(here.Where(guest => guest.Band != LinkBand.Text), told, Free);
        }

        TellNew();

        if (pointed is not null && !here.Contains(pointing!))
        {
            Point(null, null);
        }

        TellPointer(guest => guest.Band != LinkBand.Text);
        if (++seconds % TextEach == 0)
        {
            here.FindAll(guest => guest.Band == LinkBand.Text).ForEach(Pass);
        }
    }

    /// <summary>What a connection said that its link carries holds from now on.</summary>
    public void Carry(Guest guest)
    {
        var band = guest.Carries;
        var hasMissed = guest.Band == LinkBand.Text && band != LinkBand.Text;
        guest.Band = band;
        // Whoever changes it shows no pointer until it is told again.
        guest.Pointed = null;
        if (hasMissed && here.Contains(guest))
        {
            guest.HasMissed |= guest.IsBusy;
            Pass(guest);
        }
    }

    /// <summary>
    /// Where those who lead point; null for nowhere, which is told at once. Of places too soon after one
    /// another the last is told with the totals, and so it is to whoever was busy or has just come.
    /// </summary>
    public void Point(Guest? by, RawJson? where)
    {
        (pointing, pointed) = (by, where is null ? null : Pointer(where));
        if (where is null || clock.Now - pointedAt >= PointerEach)
        {
            pointedAt = clock.Now;
            TellPointer(guest => guest.Band == LinkBand.All);
        }
    }

    private async Task TellLaterAsync(TimeSpan wait)
    {
        await Task.Delay(wait);
        post(() =>
        {
            isToldLater = false;
            TellAll();
        });
    }

    private void TellAll()
    {
        if (untold is { } before)
        {
            toldAt = clock.Now;
            dispatcher.Tell(here, before);
            untold = null;
        }
    }

    private void TellPointer(Predicate<Guest> to)
    {
        var told = here.FindAll(guest =>
            guest.Pointed != pointed && to(guest) && !guest.IsBusy && !guest.IsLeaving
        );
        if (told.Count > 0)
        {
            told.ForEach(guest => guest.Pointed = pointed);
            Dispatcher.Tell(told, pointed ?? Nowhere, Free);
        }
    }

    // All of it, once for all who came: what changes from now on they are told as everybody is.
    private void TellNew()
    {
        var came = here.FindAll(guest =>
            guest.IsNew && guest.Band != LinkBand.Text && !guest.IsBusy
        );
        came.ForEach(guest => guest.IsNew = false);
        if (
            came.Count > 0
            && totals.Tell(book.Room, People.Count, clock.Now, isWhole: true) is { } whole
        )
        {
            Dispatcher.Tell(came, whole, Free);
        }
    }

    private static RawJson Pointer(RawJson? where) =>
        RawJson.Of(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("pointer");
            if (where is null)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteRawValue(where.Utf8.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        });

    private void Free(Guest guest) =>
        post(() =>
        {
            if (guest.HasMissed && !guest.IsBusy && here.Contains(guest))
            {
                dispatcher.CatchUp(guest);
                Pass(guest);
            }
        });

    private void Pass(Guest guest)
    {
        if (
            !guest.IsBusy
            && totals.Tell(book.Room, People.Count, clock.Now, isWhole: true) is { } told
        )
        {
            Dispatcher.Tell([guest], told, Free);
        }
    }
}
