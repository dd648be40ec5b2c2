#ifndef BS_MPU_H
#define BS_MPU_H

/* Draws the programs' borders and turns the MPU on. */
void bs_mpu_initialize(void);

#endif
