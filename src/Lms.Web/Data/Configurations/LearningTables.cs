using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class EnrolmentTable : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder
            .HasIndex(enrolment => new
            {
                enrolment.PersonId,
                enrolment.CourseId,
                enrolment.Edition,
            })
            .IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(enrolment => enrolment.PersonId);
        builder.HasOne<Course>().WithMany().HasForeignKey(enrolment => enrolment.CourseId);
        builder.HasMany(e => e.Versions).WithOne().HasForeignKey(version => version.EnrolmentId);
        builder.HasMany(e => e.Lessons).WithOne().HasForeignKey(lesson => lesson.EnrolmentId);
        builder.HasMany(e => e.Attempts).WithOne().HasForeignKey(attempt => attempt.EnrolmentId);
        builder.HasMany(e => e.Passes).WithOne().HasForeignKey(passed => passed.EnrolmentId);
        builder.HasMany(e => e.Cases).WithOne().HasForeignKey(finish => finish.EnrolmentId);
        builder.HasOne(e => e.Completion).WithOne().HasForeignKey<Completion>(c => c.EnrolmentId);
    }
}

internal sealed class EnrolmentVersionTable : IEntityTypeConfiguration<EnrolmentVersion>
{
    public void Configure(EntityTypeBuilder<EnrolmentVersion> builder)
    {
        builder.HasKey(version => new { version.EnrolmentId, version.Position });
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(v => v.CourseVersionId);
    }
}

internal sealed class LessonProgressTable : IEntityTypeConfiguration<LessonProgress>
{
    public void Configure(EntityTypeBuilder<LessonProgress> builder)
    {
        builder.HasKey(lesson => new { lesson.EnrolmentId, lesson.ActivityId });
        builder.HasOne<Activity>().WithMany().HasForeignKey(lesson => lesson.ActivityId);
    }
}

internal sealed class PassedTable : IEntityTypeConfiguration<Passed>
{
    public void Configure(EntityTypeBuilder<Passed> builder)
    {
        builder.HasKey(passed => new { passed.EnrolmentId, passed.ActivityId });
        builder.HasOne<Activity>().WithMany().HasForeignKey(passed => passed.ActivityId);
        builder.HasOne<Attempt>().WithMany().HasForeignKey(passed => passed.AttemptId);
    }
}

internal sealed class AttemptTable : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder
            .HasIndex(attempt => new
            {
                attempt.EnrolmentId,
                attempt.ActivityId,
                attempt.Number,
            })
            .IsUnique();
        builder.HasIndex(attempt => attempt.Operation).IsUnique();
        builder.HasIndex(attempt => attempt.DeadlineAt);
        builder.HasOne<Activity>().WithMany().HasForeignKey(attempt => attempt.ActivityId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(a => a.CourseVersionId);
        builder.HasOne(a => a.Result).WithOne().HasForeignKey<AttemptResult>(r => r.AttemptId);
        builder.HasMany(a => a.Responses).WithOne().HasForeignKey(r => r.AttemptId);
        builder.HasMany(a => a.Marks).WithOne().HasForeignKey(mark => mark.AttemptId);
        builder.HasMany(a => a.Rescores).WithOne().HasForeignKey(r => r.AttemptId);
        builder.HasIndex(attempt => attempt.Extra).IsUnique();
        builder.HasOne<ExtraAttempt>().WithOne().HasForeignKey<Attempt>(a => a.Extra);
        builder.Property(attempt => attempt.Rules).IsJson();
        builder.Property(attempt => attempt.Paper).IsJson();
    }
}

internal sealed class AttemptResultTable : IEntityTypeConfiguration<AttemptResult>
{
    public void Configure(EntityTypeBuilder<AttemptResult> builder) =>
        builder.HasKey(result => result.AttemptId);
}

internal sealed class ResponseTable : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.HasKey(response => response.Position);
        builder.Property(response => response.Position).ValueGeneratedOnAdd();
        builder.HasIndex(response => response.Operation).IsUnique();
        builder.HasIndex(response => new { response.AttemptId, response.QuestionId });
        builder.Property(response => response.Values).IsJson();
    }
}

internal sealed class CompletionTable : IEntityTypeConfiguration<Completion>
{
    public void Configure(EntityTypeBuilder<Completion> builder)
    {
        builder.HasIndex(completion => completion.PersonId);
        builder.HasIndex(completion => new { completion.CourseId, completion.CompletedAt });
        builder.HasOne<Course>().WithMany().HasForeignKey(completion => completion.CourseId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(c => c.CourseVersionId);
    }
}
