using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class MarkTable : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> builder)
    {
        builder.HasKey(mark => mark.Position);
        builder.Property(mark => mark.Position).ValueGeneratedOnAdd();
        builder.HasIndex(mark => mark.Operation).IsUnique();
        builder.HasIndex(mark => new { mark.AttemptId, mark.QuestionId });
    }
}

internal sealed class SavedRemarkTable : IEntityTypeConfiguration<SavedRemark>
{
    public void Configure(EntityTypeBuilder<SavedRemark> builder) =>
        builder.HasIndex(remark => remark.PersonId);
}

internal sealed class RescoreTable : IEntityTypeConfiguration<Rescore>
{
    public void Configure(EntityTypeBuilder<Rescore> builder)
    {
        builder.HasKey(rescore => new { rescore.AttemptId, rescore.Position });
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(rescore => rescore.KeysOf);
    }
}

internal sealed class AnswerFileTable : IEntityTypeConfiguration<AnswerFile>
{
    public void Configure(EntityTypeBuilder<AnswerFile> builder)
    {
        builder.HasOne<Attempt>().WithMany().HasForeignKey(file => file.AttemptId);
        builder.HasIndex(file => new { file.AttemptId, file.QuestionId });
    }
}

internal sealed class ExtraAttemptTable : IEntityTypeConfiguration<ExtraAttempt>
{
    public void Configure(EntityTypeBuilder<ExtraAttempt> builder)
    {
        builder.HasIndex(extra => extra.Operation).IsUnique();
        builder.HasIndex(extra => new { extra.EnrolmentId, extra.ActivityId });
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(extra => extra.EnrolmentId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(extra => extra.ActivityId);
    }
}

internal sealed class TimeAllowanceTable : IEntityTypeConfiguration<TimeAllowance>
{
    public void Configure(EntityTypeBuilder<TimeAllowance> builder)
    {
        builder.HasKey(allowance => allowance.Position);
        builder.Property(allowance => allowance.Position).ValueGeneratedOnAdd();
        builder.HasIndex(allowance => allowance.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(allowance => allowance.PersonId);
    }
}
