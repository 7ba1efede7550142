using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class CaseRunTable : IEntityTypeConfiguration<CaseRun>
{
    public void Configure(EntityTypeBuilder<CaseRun> builder)
    {
        builder
            .HasIndex(run => new
            {
                run.EnrolmentId,
                run.ActivityId,
                run.Number,
            })
            .IsUnique();
        builder.HasIndex(run => run.Operation).IsUnique();
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(run => run.EnrolmentId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(run => run.ActivityId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(run => run.CourseVersionId);
        builder.HasMany(run => run.Steps).WithOne().HasForeignKey(step => step.RunId);
    }
}

internal sealed class CaseStepTable : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> builder) =>
        builder.HasKey(step => new { step.RunId, step.Position });
}

internal sealed class CaseFinishTable : IEntityTypeConfiguration<CaseFinish>
{
    public void Configure(EntityTypeBuilder<CaseFinish> builder)
    {
        builder.HasKey(finish => new { finish.EnrolmentId, finish.ActivityId });
        builder.HasOne<Activity>().WithMany().HasForeignKey(finish => finish.ActivityId);
        builder.HasOne<CaseRun>().WithMany().HasForeignKey(finish => finish.RunId);
    }
}
