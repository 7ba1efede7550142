using Lms.Domain.Live;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Shared.Attending;

public static class SpokenWords
{
    /// <summary>Whether it holds what somebody said: what a cut, an erasure and retention take away.</summary>
    public static bool IsWords(this RoomEvent what) =>
        what is RoomEvent.ChatPosted or RoomEvent.Asked or RoomEvent.CaptionTyped;

    /// <summary>The same, and answers to polls that people give in words of their own.</summary>
    public static bool IsWords(this RoomEvent what, Room room) =>
        what.IsWords()
        || (
            what is RoomEvent.Voted voted
            && room.Poll(voted.Poll) is { } poll
            && poll.Opened.IsInWords()
        );

    /// <summary>Whether people answer it in words of their own.</summary>
    public static bool IsInWords(this RoomEvent.PollOpened opened) =>
        PollWords.Read(opened)?.Question is ShortText or Essay or Cloze;

    /// <summary>
    /// What is left of it when the one who said it is erased; of an answer in words of their own, that
    /// it was given.
    /// </summary>
    public static RoomEvent WithoutWords(this RoomEvent what, Room room) =>
        what is RoomEvent.Voted { Values.Count: > 0 } vote && vote.IsWords(room)
            ? vote with
            {
                Values = [],
            }
            : what.WithoutWords();
}
