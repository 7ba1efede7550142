using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Domain.Tests.Live;

public sealed class WordsErasedTests
{
    private static readonly PersonId Gone = new(new Guid(7, 0, 0, new byte[8]));
    private static readonly PersonId Other = new(new Guid(8, 0, 0, new byte[8]));

    private static readonly LoggedEvent[] Log =
    [
        new(1, 0, null, new RoomEvent.Entered(Gone, RoomRole.Participant)),
        new(2, 1, null, new RoomEvent.Entered(Other, RoomRole.Trainer)),
        new(3, 2, Gone, new RoomEvent.ChatPosted("раз", false)),
        new(4, 3, Gone, new RoomEvent.ChatPosted("два", true)),
        new(5, 4, Other, new RoomEvent.ChatPosted("три", false)),
        new(6, 5, Gone, new RoomEvent.Asked("чому?", AskedState.Shown)),
        new(7, 6, null, new RoomEvent.Asked("без імені?", AskedState.Shown)),
        new(8, 7, Other, new RoomEvent.AskedVoted(6, true)),
        new(9, 8, Gone, new RoomEvent.HandRaised { MayBeRecorded = true }),
        new(10, 9, Other, new RoomEvent.FloorGiven(Gone, true)),
        new(11, 10, Gone, new RoomEvent.CaptionTyped("чотири")),
        new(12, 11, null, new RoomEvent.WordsErased(Gone)),
    ];

    [Fact]
    public void A_room_that_heard_of_it_is_the_room_of_a_log_that_has_lost_the_words()
    {
        var heard = Room.Of(Log);
        var folded = Room.Of(
            Log.Select(line =>
                line.By == Gone ? line with { What = line.What.WithoutWords() } : line
            )
        );

        Assert.Equal(heard.Chat, folded.Chat);
        Assert.Equal([("", false), ("", true), ("три", false)], TextsOf(heard));
        Assert.Equal([7L], heard.Questions.Select(one => one.Number));
        Assert.Equal([7L], folded.Questions.Select(one => one.Number));
        Assert.Equal(("", ""), (heard.Caption, folded.Caption));
        Assert.Empty(heard.Hands);
        Assert.Null(heard.Floor);
        Assert.Equal(1, heard.PlaceOf(Gone));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(11)]
    public void A_room_that_heard_that_one_message_is_erased_is_that_of_a_log_without_it(
        long number
    )
    {
        LoggedEvent[] told = [.. Log[..^1], new(12, 11, null, new RoomEvent.MessageErased(number))];
        var heard = Room.Of(told);
        var folded = Room.Of(
            told.Select(line =>
                line.Number == number ? line with { What = new RoomEvent.Erased() } : line
            )
        );

        Assert.Equal(heard.Chat, folded.Chat);
        Assert.DoesNotContain(heard.Chat, one => one.Number == number);
        Assert.Equal(
            heard.Questions.Select(one => (one.Number, one.Votes)),
            folded.Questions.Select(one => (one.Number, one.Votes))
        );
        Assert.DoesNotContain(heard.Questions, one => one.Number == number);
        Assert.Equal(("", ""), (heard.Caption, folded.Caption));
        Assert.Equal(3 + 2 - (number == 11 ? 0 : 1), heard.Chat.Count + heard.Questions.Count);
    }

    [Fact]
    public void Nobody_says_so_but_the_product()
    {
        var room = Room.Of(
            Log.Append(new(13, 12, null, new RoomEvent.StateSet(SessionState.Live)))
        );
        Assert.Equal(
            RoomRefusal.NotAllowed,
            room.Refuses(Other, new RoomEvent.WordsErased(Gone), 13)
        );
        Assert.Equal(
            RoomRefusal.NotAllowed,
            room.Refuses(Other, new RoomEvent.MessageErased(3), 13)
        );
    }

    private static IEnumerable<(string, bool)> TextsOf(Room room) =>
        room.Chat.Select(one => (one.Text, one.ToTrainers));
}
