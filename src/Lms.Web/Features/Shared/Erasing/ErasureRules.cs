using Lms.Domain.Certification;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>
/// Every table that holds something about a person, and what of it goes. Rows that point at others
/// come before them. A test holds that no table of the model is missing.
/// </summary>
public static class ErasureRules
{
    private const string ScoreFact = "a fact of learning under the surrogate, without words";
    private const string Proof = "the permanent half of a certificate names no one";

    public static readonly IReadOnlyList<ErasureRule> All =
    [
        .. Answers(),
        .. OwnWork(),
        .. Learning(),
        .. Certificates(),
        .. CertificationRules.All,
        .. LiveRules.All,
        .. AccountRules.All,
        .. Register(),
    ];

    private static IEnumerable<ErasureRule> Answers() =>
        [
            ErasureRule.Delete<Response>(),
            ErasureRule.Delete<AnswerFile>(),
            ErasureRule.Delete<PracticeAnswer>(),
            ErasureRule.Delete<CaseStep>(),
            ErasureRule.Change<Mark>(
                "points given; the remark goes",
                (marks, _, cancel) =>
                    marks.ExecuteUpdateAsync(
                        set => set.SetProperty(mark => mark.Remark, ""),
                        cancel
                    )
            ),
            ErasureRule.Keep<AttemptResult>(ScoreFact),
            ErasureRule.Keep<Rescore>(ScoreFact),
            // One that is still open came to nothing, and would be closed by its deadline.
            ErasureRule.Change<Attempt>(
                ScoreFact,
                (attempts, _, cancel) =>
                    attempts.Where(attempt => attempt.Result == null).ExecuteDeleteAsync(cancel)
            ),
            ErasureRule.Change<ExtraAttempt>(
                "that one was granted; the reason goes",
                (extras, _, cancel) =>
                    extras.ExecuteUpdateAsync(
                        set => set.SetProperty(extra => extra.Reason, ""),
                        cancel
                    )
            ),
        ];

    private static IEnumerable<ErasureRule> OwnWork() =>
        [
            ErasureRule.Delete<LessonNote>(),
            ErasureRule.Delete<ChecklistTick>(),
            ErasureRule.Delete<LastPlace>(),
            ErasureRule.Delete<SavedRemark>(),
            ErasureRule.Delete<TimeAllowance>(),
            ErasureRule.Delete<LessonProgress>(),
        ];

    private static IEnumerable<ErasureRule> Learning() =>
        [
            ErasureRule.Keep<Enrolment>(ScoreFact),
            ErasureRule.Keep<EnrolmentVersion>(ScoreFact),
            ErasureRule.Keep<Passed>(ScoreFact),
            ErasureRule.Keep<CaseRun>(ScoreFact),
            ErasureRule.Keep<CaseFinish>(ScoreFact),
            ErasureRule.Keep<Completion>(ScoreFact),
        ];

    private static IEnumerable<ErasureRule> Certificates() =>
        [
            ErasureRule.Delete<CertificateContent>(),
            ErasureRule.Delete<CertificateDocument>(),
            ErasureRule.Delete<QualifiedSignature>(),
            ErasureRule.Keep<Certificate>(Proof),
            ErasureRule.Change<Revocation>(
                "since when it holds no longer; the reason in words goes",
                (revoked, _, cancel) =>
                    revoked.ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.Reason, ""),
                        cancel
                    )
            ),
        ];

    private static IEnumerable<ErasureRule> Register() =>
        [
            ErasureRule.Delete<Post>(),
            ErasureRule.Delete<Unavailability>(),
            ErasureRule.Delete<CommunityMove>(),
            ErasureRule.Delete<ServedTerritory>(),
            // With its file taken back, a name from before would be there again.
            ErasureRule.Delete<ImportedPerson>(),
            ErasureRule.Delete<NoticeSeen>(),
            // With it the merge could be undone, and there would be a second entry again.
            ErasureRule.Delete<PersonMerge>(
                (db, who) =>
                    db.PersonMerges.Where(merge =>
                        who.People.Contains(merge.PersonId) || who.People.Contains(merge.Into)
                    )
            ),
            ErasureRule.Change<Erasure>(
                "that it was asked for and done, under the surrogate",
                (asked, who, cancel) =>
                    asked
                        .Where(one => one.DoneAt == null && one.CancelledAt == null)
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(one => one.DoneAt, who.At),
                            cancel
                        )
            ),
            ErasureRule.Keep<Person>("the surrogate and its community: facts point at it"),
        ];
}
