using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Replays;

public enum MakeUpAnswer
{
    Right,

    /// <summary>Not all of them; which is not said.</summary>
    Wrong,

    /// <summary>There is no such block of this person.</summary>
    Unknown,
}

/// <summary>
/// Makes the blocks of what a person missed, once, with their questions; a block counts when they were
/// answered rightly and it was watched.
/// </summary>
public sealed class MakeUp(
    LmsDatabase database,
    MakingUpReads reads,
    MakeUpQuestions questions,
    IServiceProvider services,
    IChance chance,
    TimeProvider time
)
{
    private static readonly Viewer Keeper = Viewer.System("a person makes up what they missed");

    /// <summary>What there is to make up; null when there is no such session.</summary>
    public async Task<MakingUpState?> OpenAsync(LiveSessionId session, PersonId person)
    {
        if (await reads.OfAsync(session, person) is not { } state)
        {
            return null;
        }

        var blocks = MakingUp.Blocks(state.Line.Gaps);
        if (!state.IsOffered || state.Blocks.Count > 0 || blocks.Count == 0)
        {
            return state;
        }

        var names = await questions.ChooseAsync(state.Log, blocks, chance);
        await using (var db = database.Open(Keeper))
        {
            await db.WriteAsync(async () =>
            {
                if (
                    await db.MadeUpBlocks.AnyAsync(one =>
                        one.SessionId == session && one.PersonId == person
                    )
                )
                {
                    return;
                }

                db.MadeUpBlocks.AddRange(
                    blocks.Select(
                        (block, at) =>
                            new MadeUpBlock
                            {
                                SessionId = session,
                                PersonId = person,
                                From = block.From,
                                Until = block.Until,
                                Questions = names[at],
                                // Where nothing can be asked, watching is all there is.
                                AnsweredAt = names[at].Count == 0 ? time.Now() : null,
                            }
                    )
                );
                await db.SaveChangesAsync();
            });
        }

        return await reads.OfAsync(session, person);
    }

    /// <param name="given">For each question, the places of the options chosen.</param>
    public async Task<MakeUpAnswer> AnswerAsync(
        LiveSessionId session,
        PersonId person,
        long from,
        Func<int, IReadOnlyList<int>> given
    )
    {
        if (
            await reads.OfAsync(session, person) is not { } state
            || state.Blocks.FirstOrDefault(one => one.Block.From == from) is not { } missed
        )
        {
            return MakeUpAnswer.Unknown;
        }

        foreach (var (at, name) in missed.Block.Questions.Index())
        {
            if (
                await questions.FindAsync(state.Log, name) is { } question
                && !IsRight(question, given(at))
            )
            {
                return MakeUpAnswer.Wrong;
            }
        }

        await KeepAsync(session, person, from);
        await using var work = services.WorkAs("minutes were made up");
        await work.Services.GetRequiredService<SettleSession>().PersonAsync(session, person);
        return MakeUpAnswer.Right;
    }

    private async Task KeepAsync(LiveSessionId session, PersonId person, long from)
    {
        await using var db = database.Open(Keeper);
        await db.WriteAsync(async () =>
        {
            var block = await db.MadeUpBlocks.SingleAsync(one =>
                one.SessionId == session && one.PersonId == person && one.From == from
            );
            block.AnsweredAt ??= time.Now();
            await db.SaveChangesAsync();
        });
    }

    private static bool IsRight(ChoiceQuestion question, IReadOnlyList<int> chosen) =>
        chosen
            .ToHashSet()
            .SetEquals(
                question.Options.Index().Where(one => one.Item.IsRight).Select(one => one.Index)
            );
}
