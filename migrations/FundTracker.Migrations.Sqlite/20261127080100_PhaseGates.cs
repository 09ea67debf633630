using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PhaseGates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte>(
                name: "ConditionKind",
                table: "VoucherPlanSteps",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "Value",
                table: "VoucherPlanSteps",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte>(
                name: "Kind",
                table: "TrancheConditions",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "Value",
                table: "TrancheConditions",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConditionKind",
                table: "VoucherPlanSteps");

            migrationBuilder.DropColumn(
                name: "Value",
                table: "VoucherPlanSteps");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "TrancheConditions");

            migrationBuilder.DropColumn(
                name: "Value",
                table: "TrancheConditions");
        }
    }
}
