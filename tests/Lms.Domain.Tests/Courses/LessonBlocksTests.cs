using System.Diagnostics;
using System.Globalization;
using Lms.Domain.Courses;
using static Lms.Domain.Tests.Courses.AnyLesson;

namespace Lms.Domain.Tests.Courses;

public sealed class LessonBlocksTests
{
    [Fact]
    public void A_sentence_put_right_keeps_the_id_of_its_paragraph()
    {
        var before = Publish([], [Block("Шахрай обіцяє роботу за кордоном"), Block("Зовсім інше")]);
        var after = Publish(before, [Block("Вербувальник обіцяє роботу за кордоном")]);

        Assert.Equal(before[0].Id, after[0].Id);
        Assert.Equal([after[0].Id], LessonBlocks.Changes(before, after).Changed);
        Assert.Equal([before[1].Id], LessonBlocks.Changes(before, after).Removed);
    }

    [Fact]
    public void Of_two_similar_blocks_the_closer_one_takes_the_id()
    {
        var before = Publish([], [Block("один два три чотири п’ять шість")]);
        var after = Publish(
            before,
            [Block("один два три чотири сім вісім"), Block("один два три чотири п’ять вісім")]
        );

        Assert.NotEqual(before[0].Id, after[0].Id);
        Assert.Equal(before[0].Id, after[1].Id);
    }

    [Theory]
    [InlineData("один два шість сім вісім", "a", LessonBlockKind.Paragraph)]
    [InlineData("один два три чотири шість", "b", LessonBlockKind.Paragraph)]
    [InlineData("один два три чотири шість", "a", LessonBlockKind.Callout)]
    public void Too_different_another_section_or_another_kind_is_a_new_block(
        string text,
        string section,
        LessonBlockKind kind
    )
    {
        var before = Publish([], [Block("один два три чотири п’ять", "a")]);

        Assert.NotEqual(before[0].Id, Publish(before, [Block(text, section, kind)])[0].Id);
    }

    [Fact]
    public void Twins_stay_in_their_sections()
    {
        var before = Publish(
            [],
            [Block("те саме", "a"), Block("те саме", "b") with { Id = "d-2" }]
        );
        var after = Publish(
            before,
            [Block("те саме", "b"), Block("те саме", "a") with { Id = "d-2" }]
        );

        Assert.Equal([before[1].Id, before[0].Id], after.Select(block => block.Id));
    }

    [Fact]
    public void A_written_id_is_never_given_to_another_block()
    {
        var before = Publish([], [Block("слово")]);
        var written = Block("інше") with { Id = before[0].Id, IsWritten = true };

        var after = Publish(before, [written, Block("слово")]);

        Assert.Equal(before[0].Id, after[0].Id);
        Assert.NotEqual(before[0].Id, after[1].Id);
    }

    [Fact]
    public void A_new_block_never_answers_to_the_id_of_one_that_went_away()
    {
        var first = Publish([], [Block("слово", "a")]);
        var moved = Block("слово", "b") with { Hash = new('0', 64) };

        Assert.NotEqual(first[0].Id, Publish(first, [moved])[0].Id);
    }

    [Fact]
    public void New_ids_are_the_same_every_time_and_differ_between_lessons()
    {
        IReadOnlyList<LessonBlock> draft = [Block("слово")];

        var one = LessonBlocks.Carry([], draft, "k1/first");

        Assert.Equal(one, LessonBlocks.Carry([], draft, "k1/first"));
        Assert.NotEqual(one, LessonBlocks.Carry([], draft, "k1/second"));
        Assert.Matches("^b-[0-9a-f]{12}$", one.Values.Single());
    }

    [Fact]
    public void A_lesson_of_two_thousand_changed_blocks_is_carried_within_a_second()
    {
        var before = Publish([], Many("було"));
        var after = new List<LessonBlock>();
        var best = TimeSpan.MaxValue;
        // The best of ten: a machine that does other things meanwhile says nothing of the code.
        for (var turn = 0; turn < 10 && best > TimeSpan.FromSeconds(1); turn++)
        {
            var clock = Stopwatch.StartNew();
            after = [.. Publish(before, Many("стало"))];
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(before.Select(block => block.Id), after.Select(block => block.Id));
    }

    private static List<LessonBlock> Many(string word) =>
        [
            .. Enumerable
                .Range(0, 2_000)
                .Select(number => number.ToString(CultureInfo.InvariantCulture))
                .Select(number => Block($"{word} {number} {number} {number} а б в"))
                .Select((block, index) => block with { Id = $"d-{index}" }),
        ];
}
