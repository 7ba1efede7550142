using CsCheck;
using Lms.Domain.Courses;

namespace Lms.Domain.Tests.Courses;

public sealed class LessonBlockProperties
{
    [Fact]
    public void No_id_is_given_twice_and_every_draft_id_is_replaced() =>
        Gen.Select(AnyLesson.Published, AnyLesson.Draft)
            .Sample(
                (previous, draft) =>
                {
                    var published = AnyLesson.Publish(previous, draft);
                    Assert.Distinct(published.Select(block => block.Id));
                    Assert.DoesNotContain(
                        published,
                        block => block.Id.StartsWith("d-", StringComparison.Ordinal)
                    );
                    Assert.Equal(
                        draft.Where(block => block.IsWritten).Select(block => block.Id),
                        published.Where(block => block.IsWritten).Select(block => block.Id)
                    );
                },
                iter: 2000
            );

    [Fact]
    public void The_same_version_again_keeps_every_id() =>
        AnyLesson.Published.Sample(
            version =>
                Assert.Equal(
                    version.Select(block => block.Id),
                    AnyLesson.Publish(version, version.AsDraft()).Select(block => block.Id)
                ),
            iter: 2000
        );

    [Fact]
    public void Another_order_keeps_the_id_of_every_text() =>
        Gen.Select(AnyLesson.Published, Gen.Int)
            .Sample(
                (version, seed) =>
                {
                    var shuffled = version.OrderBy(block => HashCode.Combine(block.Id, seed));
                    var again = AnyLesson.Publish(version, shuffled.AsDraft());
                    Assert.Equal(IdsByText(version), IdsByText(again));
                },
                iter: 2000
            );

    [Fact]
    public void An_unchanged_block_keeps_its_id_whatever_happens_around_it() =>
        Gen.Select(AnyLesson.Published, AnyLesson.Draft)
            .Sample(
                (previous, draft) =>
                {
                    var published = AnyLesson.Publish(previous, draft);
                    foreach (var old in previous.Where(IsAlone(previous)))
                    {
                        var same = published.Where(block => block.Hash == old.Hash).ToList();
                        var isFree = !published.Any(block =>
                            block.Section == old.Id || (block.IsWritten && block.Id == old.Id)
                        );
                        if (isFree && same is [{ IsWritten: false } now])
                        {
                            Assert.Equal(old.Id, now.Id);
                        }
                    }
                },
                iter: 2000
            );

    [Fact]
    public void What_changed_is_what_the_ids_say() =>
        Gen.Select(AnyLesson.Published, AnyLesson.Draft)
            .Sample(
                (previous, draft) =>
                {
                    var now = AnyLesson.Publish(previous, draft);
                    var changes = LessonBlocks.Changes(previous, now);
                    var before = previous.Select(block => block.Id).ToHashSet();
                    Assert.Equal(
                        now.Select(block => block.Id).Order(StringComparer.Ordinal),
                        before
                            .Except(changes.Removed)
                            .Concat(changes.Added)
                            .Order(StringComparer.Ordinal)
                    );
                    Assert.All(changes.Changed, id => Assert.Contains(id, before));
                    Assert.True(LessonBlocks.Changes(now, now).IsNone);
                },
                iter: 1000
            );

    private static Func<LessonBlock, bool> IsAlone(IReadOnlyList<LessonBlock> version) =>
        block => version.Count(other => other.Hash == block.Hash) == 1;

    private static IEnumerable<(string Hash, string Id)> IdsByText(
        IEnumerable<LessonBlock> version
    ) =>
        version
            .Select(block => (block.Hash, block.Id))
            .OrderBy(pair => pair.Hash, StringComparer.Ordinal)
            .ThenBy(pair => pair.Id, StringComparer.Ordinal);
}
